package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.api.Laue;
import org.laue.prototypes.Proportions;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;

class OcclusionTest {
  private static final Laue LAUE = Laue.load();
  private static final int SIZE = LAUE.imaging().parameters().pixels();
  private static final List<String> LABELS = LAUE.model().labels();

  @Test
  void aDarkImageSpeaksForNothing() {
    double[][] map = occlusion().map(new float[3 * SIZE * SIZE], 0, 1);
    assertThat(map).hasDimensions(SIZE / 8, SIZE / 8);
    assertThat(Arrays.stream(map).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
  }

  @Test
  void theQuarterOfAnotherCrystalSpeaksLessForTheFirst() {
    List<String> classes = List.of("bcc", "diam", "fcc", "hex/rh", "sc");
    int pairs = 0;
    int less = 0;
    double inside = 0;
    for (String first : classes) {
      for (String second : classes) {
        if (!first.equals(second)) {
          float[] image = image(first);
          paste(image(second), image);
          double[] sums =
              quarterAndRest(occlusion().map(image, LABELS.indexOf(first), LABELS.indexOf(second)));
          pairs++;
          less += sums[0] < sums[1] / 3 ? 1 : 0;
          inside += sums[0];
        }
      }
    }
    assertThat(less).isEqualTo(pairs);
    assertThat(inside).isLessThan(0);
  }

  /** Sum over the upper left quarter, and over the other three. */
  private static double[] quarterAndRest(double[][] map) {
    double[] sums = new double[2];
    for (int row = 0; row < map.length; row++) {
      for (int column = 0; column < map.length; column++) {
        boolean inside = row < map.length / 2 && column < map.length / 2;
        sums[inside ? 0 : 1] += map[row][column];
      }
    }
    return sums;
  }

  @Test
  void theOppositeQuestionHasTheOppositeAnswer() {
    float[] image = image("bcc");
    double[][] map = occlusion().map(image, 0, 1);
    double[][] opposite = occlusion().map(image, 1, 0);
    for (int row = 0; row < map.length; row++) {
      for (int column = 0; column < map.length; column++) {
        assertThat(opposite[row][column]).isEqualTo(-map[row][column], within());
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  private static Occlusion occlusion() {
    return new Occlusion(LAUE.model().network(), 3, SIZE);
  }

  /** The upper left quarter of one image into another. */
  private static void paste(float[] from, float[] into) {
    for (int channel = 0; channel < 3; channel++) {
      for (int row = 0; row < SIZE / 2; row++) {
        int start = (channel * SIZE + row) * SIZE;
        System.arraycopy(from, start, into, start, SIZE / 2);
      }
    }
  }

  private static float[] image(String label) {
    Proportions one = new Proportions(ClassScheme.paper(), Map.of(label, 1));
    PrototypePlan plan = Prototypes.plan(PrototypeSettings.of(one, 1).withTier(Tier.CORE)).get(0);
    return LAUE.imaging().of(plan.build().crystal()).fingerprint().pixels();
  }
}
