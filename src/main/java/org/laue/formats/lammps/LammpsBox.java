package org.laue.formats.lammps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Lattice;

/**
 * The box of a frame: origin and edge vectors in angstrom, and along which of them it is periodic.
 * A dump gives the bounds of the box around a tilted cell, from which the tilts are taken off
 * (LAMMPS manual, "Triclinic simulation boxes").
 *
 * @param origin [3]
 * @param rows [9], edge vectors
 * @param repeats [3]
 */
record LammpsBox(double[] origin, double[] rows, boolean[] repeats) {
  /**
   * @param low lower bounds along x, y, z, as a data file gives them
   * @param tilts xy, xz, yz
   */
  static LammpsBox of(double[] low, double[] high, double[] tilts, boolean[] repeats) {
    double[] rows = {
      high[0] - low[0], 0, 0, tilts[0], high[1] - low[1], 0, tilts[1], tilts[2], high[2] - low[2]
    };
    return new LammpsBox(low.clone(), rows, repeats.clone());
  }

  /** The same of the bounds that a dump gives, tilts included. */
  static LammpsBox ofBounds(double[] low, double[] high, double[] tilts, boolean[] repeats) {
    double xy = tilts[0];
    double xz = tilts[1];
    double yz = tilts[2];
    return of(
        new double[] {
          low[0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz)),
          low[1] - Math.min(0, yz),
          low[2]
        },
        new double[] {
          high[0] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz)),
          high[1] - Math.max(0, yz),
          high[2]
        },
        tilts,
        repeats);
  }

  /** The same with every length multiplied. */
  LammpsBox scaled(double factor) {
    double[] o = origin.clone();
    double[] r = rows.clone();
    for (int i = 0; i < 9; i++) {
      r[i] *= factor;
      o[i % 3] *= i < 3 ? factor : 1;
    }
    return new LammpsBox(o, r, repeats);
  }

  boolean periodic() {
    return repeats[0] && repeats[1] && repeats[2];
  }

  Lattice lattice() {
    return Lattice.ofRows(rows);
  }

  /** The box of a finite frame, or empty where it spans no volume or repeats nowhere. */
  Optional<Lattice> clusterLattice() {
    if (!partlyPeriodic()) {
      return Optional.empty();
    }
    try {
      return Optional.of(lattice());
    } catch (UserException flat) {
      return Optional.empty();
    }
  }

  private boolean partlyPeriodic() {
    return !periodic() && (repeats[0] || repeats[1] || repeats[2]);
  }

  /** Cartesian position of fractions of the box. */
  double[] cartesian(double[] fractions) {
    double[] x = origin.clone();
    for (int i = 0; i < 9; i++) {
      x[i % 3] += fractions[i / 3] * rows[i];
    }
    return x;
  }

  /** A layer or rod keeps its cell as one of extended XYZ does, and says that it is one. */
  ParsedStructure marked(ParsedStructure structure) {
    if (!partlyPeriodic()) {
      return structure;
    }
    Map<String, String> properties = new LinkedHashMap<>(structure.properties());
    properties.put(
        "Lattice",
        IntStream.range(0, 9)
            .mapToObj(i -> Double.toString(rows[i]))
            .collect(Collectors.joining(" ")));
    properties.put(
        "pbc",
        IntStream.range(0, 3)
            .mapToObj(i -> repeats[i] ? "T" : "F")
            .collect(Collectors.joining(" ")));
    return new ParsedStructure(
        structure.source(),
        structure.position(),
        structure.name(),
        structure.atoms(),
        properties,
        structure.warnings(),
        structure.kind() == ParsedStructure.Kind.WHOLE
            ? ParsedStructure.Kind.PARTLY_PERIODIC
            : structure.kind());
  }
}
