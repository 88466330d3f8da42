package org.laue.learning.convnet;

import java.util.Arrays;

/**
 * How much each pixel of an image raises or lowers a class: integrated gradients (Sundararajan,
 * Taly and Yan, ICML 2017) on the straight way from the dark image. What is asked is the class's
 * logit less the mean of all, so that the sum over the pixels is by how much the image as a whole
 * raises the class above what the network says of darkness.
 */
public final class IntegratedGradients {
  /** Points on the way: the pixels then add up within 2 % of the sum of their sizes. */
  private static final int STEPS = 32;

  private final Inference network;

  public IntegratedGradients(Inference network) {
    this.network = network;
  }

  /**
   * @param image [3][64][64] flattened, channels first
   * @param classes indices of the classes that are asked about
   * @param all number of classes that the network knows
   * @return [classes asked about][3 * 64 * 64], channels first, in units of the logit
   */
  public float[][] of(float[] image, int[] classes, int all) {
    float[][] directions = new float[classes.length][];
    for (int i = 0; i < classes.length; i++) {
      directions[i] = aboveTheMean(classes[i], all);
    }
    float[][] sums = new float[classes.length][image.length];
    for (int first = 0; first < STEPS; first += Inference.BATCH) {
      float[][][] gradients = network.gradients(onTheWay(image, first), directions);
      for (int i = 0; i < classes.length; i++) {
        add(gradients[i], image, sums[i]);
      }
    }
    return sums;
  }

  private static float[] aboveTheMean(int label, int all) {
    float[] direction = new float[all];
    Arrays.fill(direction, -1f / all);
    direction[label] += 1;
    return direction;
  }

  /** The image in some of the strengths on the way, the middles of equal parts of it. */
  private static float[][] onTheWay(float[] image, int first) {
    float[][] images = new float[Inference.BATCH][image.length];
    for (int k = 0; k < images.length; k++) {
      float strength = (first + k + 0.5f) / STEPS;
      for (int i = 0; i < image.length; i++) {
        images[k][i] = strength * image[i];
      }
    }
    return images;
  }

  private static void add(float[][] gradients, float[] image, float[] sum) {
    for (float[] gradient : gradients) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient[i] * image[i] / STEPS;
      }
    }
  }
}
