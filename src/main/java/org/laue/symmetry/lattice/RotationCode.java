package org.laue.symmetry.lattice;

/**
 * Rotations of a conventional cell as one small number: its nine entries are -1, 0 or 1, and so
 * digits to base 3.
 */
public final class RotationCode {
  /** Code of a matrix with another entry; equals no tabulated rotation. */
  public static final int NONE = -1;

  private RotationCode() {}

  public static int of(int[] rotation) {
    int code = 0;
    for (int entry : rotation) {
      if (entry < -1 || entry > 1) {
        return NONE;
      }
      code = 3 * code + entry + 1;
    }
    return code;
  }
}
