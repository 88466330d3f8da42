package org.laue.symmetry.operations;

import java.util.Arrays;
import org.laue.symmetry.lattice.IntMatrix;

/**
 * A tabulated operation: an integer rotation [9] row-major and a translation in twelfths of the
 * cell edges, each in [0, 12). Every Hall symbol of the space groups is exact in twelfths.
 */
public final class ExactOperation {
  public static final int UNIT = 12;
  public static final ExactOperation IDENTITY =
      new ExactOperation(IntMatrix.identity(), new int[3]);

  private final int[] rotation;
  private final int[] twelfths;

  public ExactOperation(int[] rotation, int[] twelfths) {
    this.rotation = rotation.clone();
    this.twelfths = new int[3];
    for (int i = 0; i < 3; i++) {
      this.twelfths[i] = Math.floorMod(twelfths[i], UNIT);
    }
  }

  static ExactOperation translation(int... twelfths) {
    return new ExactOperation(IntMatrix.identity(), twelfths);
  }

  /** This operation after {@code first}. */
  public ExactOperation after(ExactOperation first) {
    int[] shifted = IntMatrix.plus(IntMatrix.apply(rotation, first.twelfths), twelfths);
    return new ExactOperation(IntMatrix.multiply(rotation, first.rotation), shifted);
  }

  /** The same operation when the origin moves so that x becomes x + shift (twelfths). */
  public ExactOperation shifted(int[] shift) {
    int[] moved = IntMatrix.scaled(IntMatrix.apply(rotation, shift), -1);
    return new ExactOperation(rotation, IntMatrix.plus(IntMatrix.plus(twelfths, shift), moved));
  }

  public int[] rotation() {
    return rotation.clone();
  }

  public int[] twelfths() {
    return twelfths.clone();
  }

  boolean isTranslation() {
    return Arrays.equals(rotation, IDENTITY.rotation);
  }

  boolean sameRotation(ExactOperation other) {
    return Arrays.equals(rotation, other.rotation);
  }

  public SymmetryOperation toSymmetryOperation() {
    double[] translation = new double[3];
    for (int i = 0; i < 3; i++) {
      translation[i] = twelfths[i] / (double) UNIT;
    }
    return new SymmetryOperation(rotation, translation);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactOperation that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(twelfths, that.twelfths);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(twelfths);
  }

  @Override
  public String toString() {
    return Arrays.toString(rotation) + " + " + Arrays.toString(twelfths) + "/12";
  }
}
