package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.laue.learning.SyntheticImages;
import org.laue.learning.convnet.ConvNet;
import org.laue.structure.ClassScheme;

class MonitorTest {
  private static final float[] PARAMETERS =
      NetworkSpec.parameters(new ConvNet(3).create(TrainingSettings.paper(1)));

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
    List<Example> images = SyntheticImages.examples(SyntheticImages.of(2, 3, 1), 3);
    List<LearningCurve.Point> points = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    ClassTask task = new ClassTask(ClassScheme.ofLabels("folds", List.of("two", "three", "four")));
    Monitor monitor = new Monitor(new ConvNet(3), task, settings, images, List.of(), points::add);
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
