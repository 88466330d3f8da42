package org.laue.model;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Gradient of the weights of the first convolution alone. The native operation also computes the
 * gradient of its input, which nobody needs and which is a tenth of a training step.
 *
 * <p>Each padded image row is unrolled along x into windows of kernel x channels values and a one.
 * The windows of a kernel row are then a contiguous block, so each kernel row is one matrix product
 * with the output's gradient; the ones collect the bias gradient.
 */
final class FirstConvolutionGradient {
  private final int size;
  private final int channels;
  private final int kernel;
  private final int width;
  private final float[] padded;
  private final float[] unrolled;
  private final INDArray windows;

  FirstConvolutionGradient(int size, int channels, int kernel) {
    this.size = size;
    this.channels = channels;
    this.kernel = kernel;
    this.width = kernel * channels + 1;
    int paddedSize = size + kernel - 1;
    this.padded = new float[paddedSize * paddedSize * channels];
    this.unrolled = new float[paddedSize * size * width];
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      this.windows = Nd4j.createUninitialized(new long[] {(long) paddedSize * size, width}, 'c');
    }
  }

  /**
   * @param images [images][row][column][channels]
   * @param delta gradient of the values before ReLU, [images][row][column][filters]
   * @param weightGradient [filters][channels][kernel][kernel], overwritten
   * @param biasGradient [filters], overwritten
   */
  void compute(INDArray images, INDArray delta, INDArray weightGradient, INDArray biasGradient) {
    int filters = (int) delta.size(3);
    INDArray[] sums = new INDArray[kernel];
    for (int row = 0; row < kernel; row++) {
      sums[row] = Nd4j.zeros(new int[] {filters, width}, 'f');
    }
    FloatBuffer pixels = (images.isView() ? images.dup('c') : images).data().asNioFloat();
    int area = size * size;
    INDArray flat = delta.reshape('c', delta.size(0) * area, filters);
    for (int image = 0; image < images.size(0); image++) {
      unroll(pixels, image * area * channels);
      INDArray gradient = rows(flat, (long) image * area, area);
      for (int row = 0; row < kernel; row++) {
        INDArray block = rows(windows, (long) row * size, area);
        Nd4j.gemm(gradient, block, sums[row], true, false, 1.0, 1.0);
      }
    }
    weightGradient.assign(Nd4j.create(weights(sums, filters), weightGradient.shape(), 'c'));
    biasGradient.assign(sums[0].getColumn(width - 1));
  }

  private float[] weights(INDArray[] sums, int filters) {
    float[] weights = new float[filters * channels * kernel * kernel];
    for (int row = 0; row < kernel; row++) {
      float[][] sum = sums[row].toFloatMatrix();
      for (int filter = 0; filter < filters; filter++) {
        for (int i = 0; i < kernel * channels; i++) {
          int channel = i % channels;
          int column = i / channels;
          weights[((filter * channels + channel) * kernel + row) * kernel + column] =
              sum[filter][i];
        }
      }
    }
    return weights;
  }

  private void unroll(FloatBuffer pixels, int offset) {
    int margin = kernel / 2;
    int paddedSize = size + kernel - 1;
    for (int row = 0; row < size; row++) {
      pixels.position(offset + row * size * channels);
      pixels.get(padded, ((row + margin) * paddedSize + margin) * channels, size * channels);
    }
    int target = 0;
    for (int row = 0; row < paddedSize; row++) {
      for (int column = 0; column < size; column++, target += width) {
        int source = (row * paddedSize + column) * channels;
        System.arraycopy(padded, source, unrolled, target, width - 1);
        unrolled[target + width - 1] = 1f;
      }
    }
    windows.data().asNioFloat().put(unrolled);
  }

  private static INDArray rows(INDArray matrix, long first, long count) {
    return matrix.get(NDArrayIndex.interval(first, first + count), NDArrayIndex.all());
  }
}
