package org.laue.learning.training;

import org.bytedeco.dnnl.global.dnnl;

/**
 * Products of matrices that lie row by row in Java's arrays, by oneDNN, which reads and writes them
 * where they lie. On one core equal factors give equal bits.
 */
public final class Gemm {
  private static final byte AS_IT_LIES = 'N';
  private static final byte TURNED = 'T';

  private Gemm() {}

  /**
   * Left times right.
   *
   * @param left [rows][inner]
   * @param right [inner][columns]
   * @return [rows][columns]
   */
  public static float[] product(float[] left, float[] right, int rows, int inner, int columns) {
    float[] result = new float[rows * columns];
    product(left, right, result, 0, rows, inner, columns);
    return result;
  }

  /**
   * The same into an array that is there already.
   *
   * @param kept by which what stands in the result is multiplied before the product is added; 0
   *     overwrites it
   */
  public static void product(
      float[] left, float[] right, float[] result, float kept, int rows, int inner, int columns) {
    multiply(AS_IT_LIES, left, AS_IT_LIES, right, result, kept, rows, inner, columns);
  }

  /**
   * Left times the transpose of right.
   *
   * @param left [rows][inner]
   * @param right [columns][inner]
   * @return [rows][columns]
   */
  public static float[] byTransposed(
      float[] left, float[] right, int rows, int inner, int columns) {
    float[] result = new float[rows * columns];
    byTransposed(left, right, result, 0, rows, inner, columns);
    return result;
  }

  /** The same into an array that is there already; of kept see {@link #product}. */
  public static void byTransposed(
      float[] left, float[] right, float[] result, float kept, int rows, int inner, int columns) {
    multiply(AS_IT_LIES, left, TURNED, right, result, kept, rows, inner, columns);
  }

  /**
   * The transpose of left times right.
   *
   * @param left [inner][rows]
   * @param right [inner][columns]
   * @return [rows][columns]
   */
  public static float[] ofTransposed(
      float[] left, float[] right, int rows, int inner, int columns) {
    float[] result = new float[rows * columns];
    ofTransposed(left, right, result, 0, rows, inner, columns);
    return result;
  }

  /** The same into an array that is there already; of kept see {@link #product}. */
  public static void ofTransposed(
      float[] left, float[] right, float[] result, float kept, int rows, int inner, int columns) {
    multiply(TURNED, left, AS_IT_LIES, right, result, kept, rows, inner, columns);
  }

  private static void multiply(
      byte leftLies,
      float[] left,
      byte rightLies,
      float[] right,
      float[] result,
      float kept,
      int rows,
      int inner,
      int columns) {
    // What is native looks at no bounds.
    require(left, rows, inner);
    require(right, inner, columns);
    require(result, rows, columns);
    int status =
        dnnl.dnnl_sgemm(
            leftLies,
            rightLies,
            rows,
            columns,
            inner,
            1f,
            left,
            leftLies == TURNED ? rows : inner,
            right,
            rightLies == TURNED ? inner : columns,
            kept,
            result,
            columns);
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN's product of matrices failed, status " + status);
    }
  }

  private static void require(float[] matrix, int rows, int columns) {
    if (matrix.length < (long) rows * columns) {
      throw new IllegalArgumentException(
          "A matrix of %d x %d in %d numbers".formatted(rows, columns, matrix.length));
    }
  }
}
