package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;

/**
 * The lattice of a standard cell with the lengths and angles that its crystal system asks for, in
 * the usual orientation: a along x, b in the xy plane (monoclinic: b along y, c in the xz plane).
 */
public final class IdealLattice {
  private IdealLattice() {}

  /** The nearest lattice of the system; lengths that must be equal become their mean. */
  public static Lattice of(CrystalSystem system, Lattice measured) {
    double[] n = measured.lengths();
    double[] angles = measured.angles();
    return switch (system) {
      case TRICLINIC -> Lattice.ofParameters(n[0], n[1], n[2], angles[0], angles[1], angles[2]);
      case MONOCLINIC -> monoclinic(n, Math.toRadians(angles[1]));
      case ORTHORHOMBIC -> Lattice.ofRows(n[0], 0, 0, 0, n[1], 0, 0, 0, n[2]);
      case TETRAGONAL -> {
        double a = (n[0] + n[1]) / 2;
        yield Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, n[2]);
      }
      case TRIGONAL, HEXAGONAL -> {
        double a = (n[0] + n[1]) / 2;
        yield Lattice.ofRows(a, 0, 0, -a / 2, a * Math.sqrt(0.75), 0, 0, 0, n[2]);
      }
      case CUBIC -> {
        double a = (n[0] + n[1] + n[2]) / 3;
        yield Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, a);
      }
    };
  }

  private static Lattice monoclinic(double[] n, double beta) {
    return Lattice.ofRows(n[0], 0, 0, 0, n[1], 0, n[2] * Math.cos(beta), 0, n[2] * Math.sin(beta));
  }
}
