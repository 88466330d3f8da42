package org.laue.cli;

import java.util.List;
import org.laue.formats.io.AtomColumn;
import org.laue.scan.AtomAnswers;

/** Answers of a scan as columns of files, by the names that OVITO gives to its properties. */
final class ScanColumns {
  private ScanColumns() {}

  static List<AtomColumn> of(AtomAnswers atoms) {
    return List.of(
        new AtomColumn(
            "structure_type",
            'I',
            List.of("structure_type"),
            (atom, part) -> atoms.kind(atom).code()),
        new AtomColumn(
            "orientation", 'R', List.of("quati", "quatj", "quatk", "quatw"), atoms::quaternion),
        new AtomColumn("displacement", 'R', List.of("dx", "dy", "dz"), atoms::displacement),
        new AtomColumn(
            "probability", 'R', List.of("probability"), (atom, part) -> atoms.probability(atom)),
        new AtomColumn("grain", 'I', List.of("grain"), (atom, part) -> atoms.grain(atom)));
  }
}
