package org.laue.symmetry.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.structure.Matrix3;

/** Proper rotations of the conventional lattices, as integer matrices [9] on their cell edges. */
public final class LatticeRotations {
  private static final int[] TWOFOLD_Y = {-1, 0, 0, 0, 1, 0, 0, 0, -1};
  private static final int[] TWOFOLD_X = {1, 0, 0, 0, -1, 0, 0, 0, -1};
  private static final int[] HEXAGONAL_TWOFOLD_X = {1, -1, 0, 0, -1, 0, 0, 0, -1};
  private static final int[] FOURFOLD_Z = {0, -1, 0, 1, 0, 0, 0, 0, 1};
  private static final int[] SIXFOLD_Z = {1, -1, 0, 1, 0, 0, 0, 0, 1};
  private static final int[] THREEFOLD_DIAGONAL = {0, 0, 1, 1, 0, 0, 0, 1, 0};

  /** Rotation about b alone; identity first, as in every list here. */
  static final List<int[]> MONOCLINIC = generated(TWOFOLD_Y);

  public static final List<int[]> TETRAGONAL = generated(FOURFOLD_Z, TWOFOLD_X);
  public static final List<int[]> HEXAGONAL = generated(SIXFOLD_Z, HEXAGONAL_TWOFOLD_X);

  /** The 24 rotations of the cube, which are also all exchanges of three orthogonal axes. */
  public static final List<int[]> CUBIC = generated(FOURFOLD_Z, THREEFOLD_DIAGONAL);

  private LatticeRotations() {}

  private static List<int[]> generated(int[]... generators) {
    List<int[]> group = new ArrayList<>();
    group.add(Matrix3.identity());
    for (int i = 0; i < group.size(); i++) {
      for (int[] generator : generators) {
        int[] product = Matrix3.multiply(generator, group.get(i));
        if (group.stream().noneMatch(known -> Arrays.equals(known, product))) {
          group.add(product);
        }
      }
    }
    return List.copyOf(group);
  }
}
