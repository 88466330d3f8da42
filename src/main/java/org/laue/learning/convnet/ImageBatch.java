package org.laue.learning.convnet;

import org.laue.UserException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns images, channels first, into what the network takes, channels last. */
public final class ImageBatch {
  private static final int AREA = ConvNet.PIXELS * ConvNet.PIXELS;

  private ImageBatch() {}

  /**
   * @param images each [3][64][64] flattened, channels first
   * @return float32 [images][64][64][3]
   */
  public static INDArray of(float[]... images) {
    float[] values = new float[images.length * ConvNet.IMAGE_LENGTH];
    for (int i = 0; i < images.length; i++) {
      copyChannelsLast(images[i], values, i * ConvNet.IMAGE_LENGTH);
    }
    return Nd4j.create(values, shape(images.length), 'c');
  }

  private static void copyChannelsLast(float[] image, float[] target, int offset) {
    if (image.length != ConvNet.IMAGE_LENGTH) {
      throw new UserException(
          "The network takes images of 3 x 64 x 64 = 12288 values, this one has " + image.length);
    }
    requireFinite(image);
    for (int pixel = 0; pixel < AREA; pixel++) {
      for (int channel = 0; channel < ConvNet.CHANNELS; channel++) {
        target[offset + pixel * ConvNet.CHANNELS + channel] = image[channel * AREA + pixel];
      }
    }
  }

  /** ReLU would turn NaN into zero without a word. */
  private static void requireFinite(float[] image) {
    float zero = 0;
    for (float value : image) {
      zero += 0 * value;
    }
    if (Float.isNaN(zero)) {
      throw new UserException("An image holds values that are not finite numbers");
    }
  }

  /** One image [1][64][64][3] back to [3][64][64], flattened. */
  static float[] channelsFirst(INDArray image) {
    return eachChannelsFirst(image)[0];
  }

  /** Images [images][64][64][3] back to [3][64][64] each, flattened. */
  static float[][] eachChannelsFirst(INDArray images) {
    float[] values = images.reshape(-1).toFloatVector();
    float[][] result = new float[values.length / ConvNet.IMAGE_LENGTH][ConvNet.IMAGE_LENGTH];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % ConvNet.IMAGE_LENGTH;
      int place = pixel % ConvNet.CHANNELS * AREA + pixel / ConvNet.CHANNELS;
      result[i / ConvNet.IMAGE_LENGTH][place] = values[i];
    }
    return result;
  }

  private static long[] shape(int images) {
    return new long[] {images, ConvNet.PIXELS, ConvNet.PIXELS, ConvNet.CHANNELS};
  }
}
