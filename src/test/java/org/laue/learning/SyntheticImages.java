package org.laue.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.Example;

/** Small made-up images of clearly different classes: spots on rings, with noise. For tests. */
public final class SyntheticImages {
  private SyntheticImages() {}

  /**
   * @param classes images of class c show c + 2 spots on a ring
   */
  public static ImageSet of(int images, int classes, long seed) {
    Random random = new Random(seed);
    float[][] pixels = new float[images][];
    int[] labels = new int[images];
    for (int i = 0; i < images; i++) {
      labels[i] = i % classes;
      pixels[i] = image(labels[i], random);
    }
    return new ImageSet(pixels, labels);
  }

  /** The same as the training takes them. */
  public static List<Example> examples(ImageSet set, int classes) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      float[] target = new float[classes];
      target[set.labels()[i]] = 1;
      examples.add(new Example(set.images()[i], target, 0));
    }
    return examples;
  }

  private static float[] image(int label, Random random) {
    float[] image = new float[ConvNet.IMAGE_LENGTH];
    for (int i = 0; i < image.length; i++) {
      image[i] = 0.02f * random.nextFloat();
    }
    double radius = 12 + 12 * random.nextDouble();
    int spots = label + 2;
    for (int channel = 0; channel < ConvNet.CHANNELS; channel++) {
      for (int spot = 0; spot < spots; spot++) {
        double angle = 2 * Math.PI * spot / spots + 0.3 * channel;
        int row = (int) Math.round(31.5 + radius * Math.sin(angle));
        int column = (int) Math.round(31.5 + radius * Math.cos(angle));
        image[(channel * ConvNet.PIXELS + row) * ConvNet.PIXELS + column] = 1f;
      }
    }
    return image;
  }
}
