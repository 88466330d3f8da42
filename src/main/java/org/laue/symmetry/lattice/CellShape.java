package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;

/**
 * What crystal systems a cell could be of by its six lengths and angles alone, its axes in any
 * order: a cell of a higher system has the shape of every lower one too.
 */
public final class CellShape {
  /** Share by which lengths may differ that count as equal. */
  public static final double LENGTH_TOLERANCE = 0.01;

  /** Degrees by which an angle may be off. */
  public static final double ANGLE_TOLERANCE = 1;

  private final double[] lengths;
  private final double[] angles;

  /**
   * @param cell conventional
   */
  public CellShape(Lattice cell) {
    lengths = cell.lengths();
    angles = cell.angles();
  }

  /** Whether the cell has the shape of this system's conventional cells within the tolerances. */
  public boolean isOf(CrystalSystem system) {
    return switch (system) {
      case TRICLINIC -> true;
      case MONOCLINIC -> (right(0) && right(1)) || (right(1) && right(2)) || (right(2) && right(0));
      case ORTHORHOMBIC -> allRight();
      case TETRAGONAL -> allRight() && (equal(0, 1) || equal(1, 2) || equal(2, 0));
      case CUBIC -> allRight() && allEqual();
      case HEXAGONAL -> hexagonal(0) || hexagonal(1) || hexagonal(2);
      case TRIGONAL -> isOf(CrystalSystem.HEXAGONAL) || rhombohedral();
    };
  }

  /**
   * @param unique the axis that the others stand upright on
   */
  private boolean hexagonal(int unique) {
    int next = (unique + 1) % 3;
    int last = (unique + 2) % 3;
    return equal(next, last)
        && right(next)
        && right(last)
        && (near(angles[unique], 120) || near(angles[unique], 60));
  }

  private boolean rhombohedral() {
    double mean = (angles[0] + angles[1] + angles[2]) / 3;
    return allEqual() && near(angles[0], mean) && near(angles[1], mean) && near(angles[2], mean);
  }

  private boolean allEqual() {
    return equal(0, 1) && equal(1, 2) && equal(2, 0);
  }

  private boolean equal(int i, int j) {
    return Math.abs(lengths[i] - lengths[j]) <= LENGTH_TOLERANCE * Math.max(lengths[i], lengths[j]);
  }

  private boolean allRight() {
    return right(0) && right(1) && right(2);
  }

  private boolean right(int axis) {
    return near(angles[axis], 90);
  }

  private static boolean near(double degrees, double other) {
    return Math.abs(degrees - other) <= ANGLE_TOLERANCE;
  }
}
