package org.laue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.api.Laue;
import org.laue.api.rows.RowFunction;
import org.laue.formats.WritableFormat;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.ParentLattice;

/**
 * The ideal crystal behind some atoms as a file: its conventional cell, the lattice as its system
 * asks for, the atoms on their Wyckoff positions.
 */
record HealRows(WritableFormat format, double symprec) implements RowFunction {
  @Override
  public List<String> columns() {
    return List.of(
        "file",
        "formula",
        "number",
        "international",
        "atoms",
        "vacancies",
        "interstitials",
        "substitutions",
        "rms_displacement_angstrom",
        "warning");
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    Optional<ParentLattice> parent = Laue.parent(structure.requireElements().atoms());
    SymmetryDataset symmetry =
        parent
            .map(found -> found.symmetry(symprec))
            .orElseGet(() -> Laue.symmetry(structure.inItsCell(), new Tolerance(symprec, -1)));
    Crystal ideal = symmetry.standardCell(true);
    return Arrays.asList(
        file(structure.name(), ideal),
        ideal.formula(),
        symmetry.number(),
        symmetry.internationalShort(),
        ideal.atomCount(),
        parent.map(ParentLattice::vacancies).orElse(0),
        parent.map(ParentLattice::strays).orElse(0),
        parent.map(ParentLattice::substituted).orElse(0),
        parent.map(found -> Math.sqrt(3) * found.sigmaAngstrom()).orElse(0.0),
        structure.warning());
  }

  private PictureFiles file(String name, Crystal ideal) {
    StringBuilder text = new StringBuilder();
    try {
      format.write(new ParsedStructure(name, 1, name, ideal, Map.of()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PictureFiles()
        .with(format.ending(), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
