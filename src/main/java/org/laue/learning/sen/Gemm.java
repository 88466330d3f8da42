package org.laue.learning.sen;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of matrices in Java's arrays, row by row, by ND4J's BLAS. The factors are copied into
 * memory that BLAS may use, some rows at a time, so that the copies stay in the cache.
 */
final class Gemm {
  /** Rows that are multiplied at a time. */
  private static final int ROWS = 1024;

  @SuppressWarnings("ThreadLocalUsage") // Memory to be used again, of no meaning between calls.
  private static final ThreadLocal<Gemm> OF_THREAD = ThreadLocal.withInitial(Gemm::new);

  private final Room left = new Room();
  private final Room right = new Room();
  private final Room result = new Room();

  private Gemm() {}

  /** Memory outside of Java's heap, as large as the largest matrix so far. */
  private static final class Room {
    private DataBuffer buffer;

    private FloatPointer with(int length) {
      if (buffer == null || buffer.length() < length) {
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
          buffer = Nd4j.createBuffer(DataType.FLOAT, Math.max(length, 1 << 16), false);
        }
      }
      return (FloatPointer) buffer.pointer();
    }

    /** BLAS counts columns first: what stands here row by row is the transpose to it. */
    private INDArray transposed(int rows, int columns) {
      return Nd4j.create(buffer, new long[] {columns, rows}, new long[] {1, columns}, 0, 'f');
    }
  }

  /**
   * Left times right.
   *
   * @param left [rows][inner]
   * @param right [inner][columns]
   * @return [rows][columns]
   */
  static float[] product(float[] left, float[] right, int rows, int inner, int columns) {
    return OF_THREAD.get().byRows(left, right, new int[] {rows, inner, columns}, false);
  }

  /**
   * Left times the transpose of right.
   *
   * @param left [rows][inner]
   * @param right [columns][inner]
   * @return [rows][columns]
   */
  static float[] byTransposed(float[] left, float[] right, int rows, int inner, int columns) {
    return OF_THREAD.get().byRows(left, right, new int[] {rows, inner, columns}, true);
  }

  /**
   * @param sizes rows, inner, columns
   */
  private float[] byRows(float[] factor, float[] other, int[] sizes, boolean turned) {
    int inner = sizes[1];
    int columns = sizes[2];
    float[] product = new float[sizes[0] * columns];
    right.with(inner * columns).put(other, 0, inner * columns);
    INDArray second = turned ? right.transposed(columns, inner) : right.transposed(inner, columns);
    for (int first = 0; first < sizes[0]; first += ROWS) {
      int count = Math.min(ROWS, sizes[0] - first);
      left.with(count * inner).put(factor, first * inner, count * inner);
      FloatPointer sums = result.with(count * columns);
      INDArray into = result.transposed(count, columns);
      Nd4j.gemm(second, left.transposed(count, inner), into, turned, false, 1, 0);
      sums.get(product, first * columns, count * columns);
    }
    return product;
  }

  /**
   * The transpose of left times right.
   *
   * @param left [inner][rows]
   * @param right [inner][columns]
   * @return [rows][columns]
   */
  static float[] ofTransposed(float[] left, float[] right, int rows, int inner, int columns) {
    return OF_THREAD.get().byInner(left, right, rows, inner, columns);
  }

  private float[] byInner(float[] factor, float[] other, int rows, int inner, int columns) {
    float[] product = new float[rows * columns];
    FloatPointer sums = result.with(rows * columns);
    INDArray into = result.transposed(rows, columns);
    for (int first = 0; first < inner; first += ROWS) {
      int count = Math.min(ROWS, inner - first);
      left.with(count * rows).put(factor, first * rows, count * rows);
      right.with(count * columns).put(other, first * columns, count * columns);
      Nd4j.gemm(
          right.transposed(count, columns),
          left.transposed(count, rows),
          into,
          false,
          true,
          1,
          first == 0 ? 0 : 1);
    }
    sums.get(product, 0, product.length);
    return product;
  }
}
