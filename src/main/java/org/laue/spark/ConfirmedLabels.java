package org.laue.spark;

import java.util.List;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.laue.tables.rows.StructureRow;

/**
 * Keeps a crystal whose space group is what its prototype promises at 1e-3, 1e-6 and 1e-9 angstrom;
 * trigonal and hexagonal groups only at the first two, as Ziletti et al. 2018 ask of 166 and 194.
 */
final class ConfirmedLabels implements StructureLabels {
  private static final long serialVersionUID = 1L;
  private static final List<Double> SYMPRECS = List.of(1e-3, 1e-6, 1e-9);

  private static final int FIRST_TRIGONAL = 143;
  private static final int LAST_HEXAGONAL = 194;

  private final SymmetryLabels search;

  ConfirmedLabels(ClassScheme classes) {
    this.search = new SymmetryLabels(SYMPRECS, SYMPRECS.get(0), -1, classes);
  }

  @Override
  public StructureRow label(StructureRow structure) {
    StructureRow labelled = search.label(structure);
    int promised = structure.expectedSpaceGroup();
    int[] found = labelled.symmetry().spaceGroups();
    boolean hexagonalAxes = promised >= FIRST_TRIGONAL && promised <= LAST_HEXAGONAL;
    int checked = hexagonalAxes ? 2 : SYMPRECS.size();
    for (int i = 0; i < checked; i++) {
      if (found[i] != promised) {
        throw new UserException(
            structure.name()
                + " should have space group "
                + promised
                + ", found "
                + (found[i] == 0 ? "none" : found[i])
                + " at "
                + SYMPRECS.get(i)
                + " A");
      }
    }
    return labelled;
  }
}
