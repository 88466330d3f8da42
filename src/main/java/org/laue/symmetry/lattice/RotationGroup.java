package org.laue.symmetry.lattice;

import java.util.List;
import org.laue.structure.Matrix3;

/** Whether rotations form a group, each once. */
public final class RotationGroup {
  private static final int LARGEST = 48;

  private RotationGroup() {}

  /**
   * @param rotations W [9] each, with entries -1, 0 and 1 as in every reduced basis
   */
  public static boolean holds(List<int[]> rotations) {
    int order = rotations.size();
    if (order == 0 || order > LARGEST || LARGEST % order != 0) {
      return false;
    }
    boolean[] present = new boolean[19_683];
    for (int[] w : rotations) {
      int code = RotationCode.of(w);
      if (code < 0 || present[code]) {
        return false;
      }
      present[code] = true;
    }
    for (int[] p : rotations) {
      for (int[] q : rotations) {
        int code = RotationCode.of(Matrix3.multiply(p, q));
        if (code < 0 || !present[code]) {
          return false;
        }
      }
    }
    return true;
  }
}
