package org.laue.learning.convnet;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sizes of a square convolution with stride 1 and zero padding to the same size.
 *
 * @param images of a batch
 * @param channels of an image
 * @param filters or channels of the result
 * @param kernel edge in pixels, odd
 */
record ConvolutionShape(
    long images, long height, long width, long channels, long filters, long kernel) {

  /**
   * @param images [images][row][column][channel]
   * @param weights [filter][channel][kernel][kernel]
   */
  static ConvolutionShape of(INDArray images, INDArray weights) {
    return new ConvolutionShape(
        images.size(0),
        images.size(1),
        images.size(2),
        images.size(3),
        weights.size(0),
        weights.size(2));
  }

  /** Pixels of padding on each side. */
  long padding() {
    return kernel / 2;
  }
}
