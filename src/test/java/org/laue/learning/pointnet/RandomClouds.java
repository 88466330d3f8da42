package org.laue.learning.pointnet;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.laue.StableRandom;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clouds of random points, each of one of seven classes, the origin first. */
final class RandomClouds {
  static final int CLASSES = 7;

  private RandomClouds() {}

  static List<Example> of(int count, int points) {
    return of(count, points, 1);
  }

  static List<Example> of(int count, int points, int intensities) {
    SplittableRandom random = new SplittableRandom(4);
    return IntStream.range(0, count)
        .mapToObj(i -> cloud(i, points, 3 + intensities, random))
        .toList();
  }

  private static Example cloud(int number, int points, int width, SplittableRandom random) {
    float[] values = new float[width * points];
    for (int i = 0; i < values.length; i++) {
      boolean coordinate = i % width < 3;
      values[i] =
          (float)
              (coordinate ? (i < width ? 0 : random.nextGaussian(0, 0.3)) : random.nextDouble());
    }
    float[] target = new float[CLASSES];
    target[number % CLASSES] = 1;
    return new Example(values, target, 100 + number);
  }

  /** The same cloud, all points but the first in another order. */
  static Example mixed(Example cloud) {
    int points = cloud.values().length / 4;
    int[] order = new StableRandom(31 * cloud.draw()).sample(points - 1, points - 1);
    float[] mixed = cloud.values().clone();
    for (int i = 1; i < points; i++) {
      System.arraycopy(cloud.values(), 4 * (1 + order[i - 1]), mixed, 4 * i, 4);
    }
    return new Example(mixed, cloud.target(), cloud.draw());
  }

  static TrainingSettings training(long seed, double dropout) {
    return new TrainingSettings(seed, 20, 5, 1e-3, 1e-5, dropout, 1, 1);
  }

  /** The largest difference between answers of one and the other. */
  static double furthest(float[][] answers, INDArray expected) {
    double furthest = 0;
    for (int i = 0; i < answers.length; i++) {
      for (int c = 0; c < answers[i].length; c++) {
        furthest = Math.max(furthest, Math.abs(answers[i][c] - expected.getDouble(i, c)));
      }
    }
    return furthest;
  }
}
