package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ConvNetSettings;

class MonitorTest {
  private static final float[] PARAMETERS =
      ConvNet.parameters(ConvNet.create(ConvNetSettings.paper(1, 3)));

  @Test
  void longTrainingsGetADozenPoints() {
    assertThat(batchesOfPoints(410, 1, 10))
        .hasSize(12)
        .startsWith(40, 70, 110)
        .endsWith(380, 410)
        .isSorted();
  }

  @Test
  void shortTrainingsGetAPointForEachRound() {
    assertThat(batchesOfPoints(30, 2, 5)).containsExactly(10, 20, 30);
  }

  @Test
  void aRoundThatGoesBeyondTheEndIsTheLastPoint() {
    assertThat(batchesOfPoints(7, 2, 5)).containsExactly(10);
  }

  private static List<Integer> batchesOfPoints(int batches, int workers, int frequency) {
    TrainingSettings settings =
        new TrainingSettings(1, batches, 32, 1e-3, 1e-3, 0.25, workers, frequency);
    ImageSet images = SyntheticImages.of(2, 3, 1);
    List<LearningCurve.Point> points = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    Monitor monitor = new Monitor(settings, 3, images, ImageSet.empty(), points::add);
    for (int round = 1; round <= settings.rounds(); round++) {
      monitor.afterRound(
          round * settings.batchesPerRound(),
          1,
          () -> {
            looks.incrementAndGet();
            return PARAMETERS;
          });
    }
    assertThat(monitor.curve().points()).isEqualTo(points).hasSize(looks.get());
    return points.stream().map(LearningCurve.Point::batches).toList();
  }
}
