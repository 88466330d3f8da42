package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.laue.api.Laue;
import org.laue.descriptors.image.Fingerprint;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class IntegratedGradientsTest {
  private static final Laue LAUE = Laue.load();
  private static final Inference NETWORK = (Inference) LAUE.model().network();
  private static final int CLASSES = LAUE.model().labels().size();
  private static final int FCC = LAUE.model().labels().indexOf("fcc");
  private static final int BCC = LAUE.model().labels().indexOf("bcc");

  private static float[] copper() {
    double[] primitive = {0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0};
    Crystal copper = Crystal.of(Lattice.ofRows(primitive), new int[] {29}, new double[] {0, 0, 0});
    return LAUE.fingerprint(copper).fingerprint().pixels();
  }

  /** Logits less their mean are logarithms of probabilities less their mean. */
  private static double aboveTheMean(float[] image, int label) {
    float[] probabilities = NETWORK.answer(image).outputs()[0];
    double mean = 0;
    for (float p : probabilities) {
      mean += Math.log(p) / CLASSES;
    }
    return Math.log(probabilities[label]) - mean;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** Parts of both signs nearly cancel for a class that the image leaves where it was. */
  private static double sizes(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  @Test
  void thePixelsAddUpToWhatTheImageChanges() {
    float[] image = copper();
    float[] dark = new float[image.length];
    float[][] parts = new IntegratedGradients(NETWORK).of(image, new int[] {FCC, BCC}, CLASSES);
    for (int i = 0; i < 2; i++) {
      int label = i == 0 ? FCC : BCC;
      double change = aboveTheMean(image, label) - aboveTheMean(dark, label);
      assertThat(sum(parts[i])).isCloseTo(change, within(0.02 * sizes(parts[i])));
    }
    assertThat(sum(parts[0])).isGreaterThan(sum(parts[1]));
  }

  @Test
  void whatIsDarkSpeaksForNothing() {
    float[] image = copper();
    float[] parts = new IntegratedGradients(NETWORK).of(image, new int[] {FCC}, CLASSES)[0];
    int edge = (int) Math.sqrt(image.length / (double) Fingerprint.CHANNELS);
    int middle = edge / 2 * edge + edge / 2;
    assertThat(image[middle]).isZero();
    assertThat(parts[middle]).isZero();
  }

  @Test
  void aGradientIsWhatASmallChangeDoes() {
    float[] image = copper();
    float[] direction = new float[CLASSES];
    java.util.Arrays.fill(direction, -1f / CLASSES);
    direction[FCC] += 1;
    float[] gradient = NETWORK.gradients(new float[][] {image}, new float[][] {direction})[0][0];
    float[] further = image.clone();
    double expected = 0;
    for (int i = 0; i < image.length; i++) {
      float step = 1e-3f * image[i];
      further[i] += step;
      expected += step * gradient[i];
    }
    double change = aboveTheMean(further, FCC) - aboveTheMean(image, FCC);
    assertThat(change).isCloseTo(expected, within(0.05 * Math.abs(expected)));
  }
}
