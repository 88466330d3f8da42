package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.learning.training.Example;

/** What points are told of the powder. */
class PowderPatternTest {
  private static final double UNIT = 5;

  private static float[] point(double length, double intensity) {
    return new float[] {0, (float) (length / UNIT), 0, (float) intensity};
  }

  private static float[] pattern(float[]... points) {
    return PowderPattern.of(points, UNIT).values();
  }

  @Test
  void aLengthTellsTheMeanIntensityOfItsReflectionsAndHowManyThereAre() {
    // 0.2 per angstrom is the fifth length; 0.4 is the ninth
    float[] pattern = pattern(point(0.2, 0.4), point(0.2, 0.6), point(0.2, 0.5), new float[4]);
    assertThat(pattern[4]).isCloseTo((float) (1.5 / 3.1), within(1e-6f));
    assertThat(pattern[PowderPattern.LENGTHS + 4])
        .isCloseTo((float) (Math.log(4) / 3), within(1e-6f));
    assertThat(pattern[8]).isLessThan(1e-6f);
    assertThat(pattern[PowderPattern.LENGTHS + 8]).isLessThan(1e-6f);
  }

  @Test
  void everyPointIsToldTheSameAndATurnChangesNothing() {
    StableRandom random = new StableRandom(3);
    float[] cloud = new float[4 * 27];
    for (int i = 0; i < cloud.length; i++) {
      cloud[i] = (float) (0.1 * random.nextDouble());
    }
    Showing showing = new Showing(Ablation.NONE, UNIT, false).telling(Told.POWDER);
    float[] once = told(showing.of(Example.shown(cloud, 1)), 0);
    float[] turned = showing.of(Example.shown(cloud, 2));
    for (int i = 0; i < 27; i++) {
      float[] told = told(turned, i);
      for (int k = 0; k < told.length; k++) {
        assertThat(told[k]).isCloseTo(once[k], within(1e-5f));
      }
    }
  }

  private static float[] told(float[] shown, int point) {
    int width = 4 + Told.POWDER.width(1);
    return Arrays.copyOfRange(shown, width * point + 5, width * (point + 1));
  }
}
