package org.laue.learning.convnet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The layers of Ziletti et al. (2018), Table 2: the one place that names them. From here follow the
 * network that is trained, the places of its weights, inference, response maps and the peer of the
 * benchmark.
 */
public final class ConvNetLayers {
  /** Edge of the kernels, pixels. */
  public static final int KERNEL = 7;

  private static final int POOL = 0;

  /** Filters of the convolutions, and where their maps are pooled. */
  private static final int[] BODY = {32, 32, POOL, 16, 16, POOL, 8, 8};

  static final List<Stage> STAGES = stages();

  /** Values that the dense layer takes: rows, columns and filters of the last maps. */
  static final int FLAT = flat();

  private ConvNetLayers() {}

  /**
   * One convolution with its rectifier.
   *
   * @param size edge of its maps, pixels
   * @param pooled whether the largest of each 2 x 2 pixels goes on
   */
  record Stage(int size, int channels, int filters, boolean pooled) {
    /** Edge of what goes on. */
    int sizeAfter() {
      return pooled ? size / 2 : size;
    }
  }

  private static List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    int size = ConvNet.PIXELS;
    int channels = ConvNet.CHANNELS;
    for (int i = 0; i < BODY.length; i++) {
      if (BODY[i] != POOL) {
        boolean pooled = i + 1 < BODY.length && BODY[i + 1] == POOL;
        Stage stage = new Stage(size, channels, BODY[i], pooled);
        stages.add(stage);
        size = stage.sizeAfter();
        channels = stage.filters();
      }
    }
    return List.copyOf(stages);
  }

  private static int flat() {
    Stage last = STAGES.get(STAGES.size() - 1);
    return last.sizeAfter() * last.sizeAfter() * last.filters();
  }

  /** Multiplications and additions of a forward pass of one image. */
  public static double operations(int classes) {
    double sum = 2.0 * FLAT * ConvNet.FEATURES + 2.0 * ConvNet.FEATURES * classes;
    for (Stage stage : STAGES) {
      double weights = (double) stage.channels() * stage.filters() * KERNEL * KERNEL;
      sum += 2.0 * stage.size() * stage.size() * weights;
    }
    return sum;
  }

  /** For peers in other languages: {@code 32 32 pool 16 16 pool 8 8}. */
  public static String text() {
    return STAGES.stream()
        .map(stage -> stage.filters() + (stage.pooled() ? " pool" : ""))
        .collect(Collectors.joining(" "));
  }
}
