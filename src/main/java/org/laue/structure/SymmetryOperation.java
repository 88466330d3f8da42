package org.laue.structure;

import java.util.Arrays;
import java.util.Locale;

/**
 * An operation x' = W x + w on fractional coordinates written as columns: W of whole numbers, w in
 * cell edges. Translations that tables know exactly are held as the doubles nearest to their
 * fractions, which {@link #inParts} restores after a product; so operations of tables are equal
 * where the fractions are.
 *
 * @param rotation W, nine integers, row-major
 * @param translation w, three fractional coordinates
 */
public record SymmetryOperation(int[] rotation, double[] translation) {
  public static final SymmetryOperation IDENTITY =
      new SymmetryOperation(Matrix3.identity(), new double[3]);

  /** Translations of all tabulated settings are multiples of 1/24. */
  private static final int WRITTEN_PARTS = 24;

  public SymmetryOperation {
    if (rotation.length != 9 || translation.length != 3) {
      throw new IllegalArgumentException(
          "An operation needs 9 rotation and 3 translation entries, were "
              + rotation.length
              + " and "
              + translation.length);
    }
    rotation = rotation.clone();
    translation = translation.clone();
  }

  /**
   * @param numerators of the translation over {@code parts}, taken modulo 1
   */
  public static SymmetryOperation ofParts(int[] rotation, int[] numerators, int parts) {
    double[] translation = new double[3];
    for (int i = 0; i < 3; i++) {
      translation[i] = Math.floorMod(numerators[i], parts) / (double) parts;
    }
    return new SymmetryOperation(rotation, translation);
  }

  /**
   * Reads a triplet such as {@code -y+1/2, x-y, 0.25+z}.
   *
   * @throws IllegalArgumentException if it is none, or its rotation is not of whole numbers with a
   *     determinant of 1 or -1
   */
  public static SymmetryOperation parse(String triplet) {
    CoordinateTriplet coordinates = CoordinateTriplet.parse(triplet);
    int[][] axes = coordinates.directions();
    int[] rotation = Matrix3.ofColumns(axes[0], axes[1], axes[2]);
    if (Math.abs(Matrix3.determinant(rotation)) != 1) {
      throw new IllegalArgumentException("No symmetry operation: " + triplet);
    }
    return new SymmetryOperation(rotation, coordinates.offset());
  }

  /** The nine entries of W, row-major; a copy. */
  @Override
  public int[] rotation() {
    return rotation.clone();
  }

  /** The three entries of w; a copy. */
  @Override
  public double[] translation() {
    return translation.clone();
  }

  /** Entry of W; row and column 0, 1, 2. */
  public int w(int row, int column) {
    return rotation[3 * row + column];
  }

  /** Entry of w along axis 0, 1, 2. */
  public double t(int axis) {
    return translation[axis];
  }

  /** W x + w. */
  public double[] apply(double[] x) {
    double[] image = Matrix3.apply(rotation, x);
    for (int i = 0; i < 3; i++) {
      image[i] += translation[i];
    }
    return image;
  }

  /** This operation after {@code first}. */
  public SymmetryOperation after(SymmetryOperation first) {
    return new SymmetryOperation(
        Matrix3.multiply(rotation, first.rotation), apply(first.translation));
  }

  /** The same operation when the origin moves so that x becomes x + shift. */
  public SymmetryOperation shifted(double[] shift) {
    double[] turned = Matrix3.apply(rotation, shift);
    double[] moved = new double[3];
    for (int i = 0; i < 3; i++) {
      moved[i] = translation[i] + shift[i] - turned[i];
    }
    return new SymmetryOperation(rotation, moved);
  }

  /** The translation as whole numbers of parts of the cell edges, each in [0, parts). */
  public int[] parts(int parts) {
    int[] numerators = new int[3];
    for (int i = 0; i < 3; i++) {
      numerators[i] = (int) Math.floorMod(Math.round(parts * translation[i]), (long) parts);
    }
    return numerators;
  }

  /** This operation with the nearest translation of whole parts, in [0, 1). */
  public SymmetryOperation inParts(int parts) {
    return ofParts(rotation, parts(parts), parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetryOperation that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
  }

  /** The triplet, as {@code -y+1/2,x-y,z}; translations of no table in decimals. */
  @Override
  public String toString() {
    return row(0) + "," + row(1) + "," + row(2);
  }

  private String row(int row) {
    StringBuilder text = new StringBuilder();
    for (int axis = 0; axis < 3; axis++) {
      int factor = rotation[3 * row + axis];
      if (factor != 0) {
        text.append(factor < 0 ? "-" : text.isEmpty() ? "" : "+");
        text.append(Math.abs(factor) == 1 ? "" : Math.abs(factor));
        text.append(CoordinateTriplet.PARAMETERS.charAt(axis));
      }
    }
    return text + fraction(translation[row]);
  }

  private static String fraction(double t) {
    long numerator = Math.round(t * WRITTEN_PARTS);
    if (t == 0) {
      return "";
    }
    if (numerator == 0 || Math.abs(t * WRITTEN_PARTS - numerator) > 1e-9) {
      return String.format(Locale.ROOT, "%+.4f", t);
    }
    int parts = WRITTEN_PARTS;
    for (int prime : new int[] {2, 2, 2, 3}) {
      if (numerator % prime == 0 && parts % prime == 0) {
        numerator /= prime;
        parts /= prime;
      }
    }
    String sign = numerator < 0 ? "-" : "+";
    return sign + Math.abs(numerator) + (parts == 1 ? "" : "/" + parts);
  }
}
