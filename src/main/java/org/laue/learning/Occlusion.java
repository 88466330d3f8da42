package org.laue.learning;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainedNetwork;

/**
 * Which parts of an image speak for one class and against another: a square of it after the other
 * is made dark, and what that changes is noted (Zeiler and Fergus, ECCV 2014).
 */
public final class Occlusion {
  /** Edge of the dark square and way from one to the next, in pixels. */
  private static final int EDGE = 12;

  private static final int STEP = 8;

  /** Probabilities below it are rounding. */
  private static final double LEAST = 1e-7;

  private final TrainedNetwork network;
  private final int channels;
  private final int size;

  /**
   * @param channels of an image
   * @param size edge of a channel in pixels, a multiple of 8
   */
  public Occlusion(TrainedNetwork network, int channels, int size) {
    this.network = network;
    this.channels = channels;
    this.size = size;
  }

  /**
   * By how much each part raises ln(p(best)/p(other)), 0 where the image is dark.
   *
   * @param image [channels][size][size], channels first
   * @param best index of a class
   * @param other index of another
   * @return [size / 8][size / 8], row by row
   */
  public double[][] map(float[] image, int best, int other) {
    int cells = size / STEP;
    List<Example> shown = new ArrayList<>(List.of(Example.shown(image, 0)));
    List<int[]> places = new ArrayList<>();
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        float[] dark = darkened(image, row * STEP, column * STEP);
        if (dark != null) {
          shown.add(Example.shown(dark, 0));
          places.add(new int[] {row, column});
        }
      }
    }
    Answers answers = network.answer(shown);
    double whole = logOdds(answers.outputs()[0], best, other);
    double[][] map = new double[cells][cells];
    for (int i = 0; i < places.size(); i++) {
      map[places.get(i)[0]][places.get(i)[1]] =
          whole - logOdds(answers.outputs()[i + 1], best, other);
    }
    return map;
  }

  /** The image without the square about a cell of the map; null where it is dark already. */
  private float[] darkened(float[] image, int top, int left) {
    int margin = (EDGE - STEP) / 2;
    float[] dark = image.clone();
    double taken = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int row = Math.max(0, top - margin); row < Math.min(size, top + STEP + margin); row++) {
        int start = (channel * size + row) * size;
        for (int x = Math.max(0, left - margin); x < Math.min(size, left + STEP + margin); x++) {
          taken += dark[start + x];
          dark[start + x] = 0;
        }
      }
    }
    return taken > 0 ? dark : null;
  }

  private static double logOdds(float[] probabilities, int best, int other) {
    return Math.log(Math.max(LEAST, probabilities[best]) / Math.max(LEAST, probabilities[other]));
  }
}
