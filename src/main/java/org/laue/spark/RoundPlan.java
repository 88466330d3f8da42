package org.laue.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laue.learning.training.BatchOrder;
import org.laue.learning.training.TrainingSettings;

/**
 * Which image goes to which worker in which round. Rounds come in windows of at most one pass over
 * the images; the images of a window are sent to the workers in a single shuffle. A function of the
 * settings and the sorted keys of the images alone.
 */
final class RoundPlan {
  /** Images of one shuffle at most: 800 MB of pixels. */
  private static final int WINDOW_IMAGES = 16_384;

  private final TrainingSettings settings;
  private final List<String> keys;
  private final BatchOrder order;

  /**
   * @param keys of the training images, sorted, without duplicates
   */
  RoundPlan(TrainingSettings settings, List<String> keys) {
    this.settings = settings;
    this.keys = keys;
    this.order = new BatchOrder(settings.seed(), keys.size(), settings.batchSize());
  }

  /** Rounds of one window. */
  int windowRounds() {
    int images = Math.min(keys.size(), WINDOW_IMAGES);
    return Math.max(1, images / (settings.batchesPerRound() * settings.batchSize()));
  }

  /**
   * Where the images go in a window.
   *
   * @return for each key that is used the places, each partition in the upper half (round of the
   *     window times workers plus worker) and position in the lower
   */
  Map<String, long[]> window(int firstRound, int rounds) {
    Map<String, List<Long>> places = new HashMap<>();
    int perRound = settings.batchesPerRound();
    for (int batch = 0; batch < rounds * perRound; batch++) {
      long partition = batch / settings.averagingFrequency();
      int[] images = order.batch((long) firstRound * perRound + batch);
      for (int i = 0; i < images.length; i++) {
        int place = batch % settings.averagingFrequency() * settings.batchSize() + i;
        places
            .computeIfAbsent(keys.get(images[i]), k -> new ArrayList<>())
            .add(partition << 32 | place);
      }
    }
    Map<String, long[]> packed = new HashMap<>();
    places.forEach((k, v) -> packed.put(k, v.stream().mapToLong(Long::longValue).toArray()));
    return packed;
  }
}
