package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.StableRandom;

/** What points are told of those like them. */
class EquivalentsTest {
  /** hkl of -1 to 1 of a cell with right angles, all equally strong, turned, without the origin. */
  private static float[][] box(double a, double b, double c) {
    double[][] turn = Showing.orthogonal(new StableRandom(7));
    return IntStream.range(0, 27)
        .filter(i -> i != 13)
        .mapToObj(i -> new int[] {i / 9 - 1, i / 3 % 3 - 1, i % 3 - 1})
        .map(hkl -> point(turn, hkl[0] / a / 5, hkl[1] / b / 5, hkl[2] / c / 5))
        .toArray(float[][]::new);
  }

  private static float[] point(double[][] turn, double x, double y, double z) {
    float[] point = new float[4];
    for (int row = 0; row < 3; row++) {
      point[row] = (float) (turn[row][0] * x + turn[row][1] * y + turn[row][2] * z);
    }
    point[3] = 0.5f;
    return point;
  }

  private static float[] told(float[][] points, int point) {
    float[] values = new float[Equivalents.COUNT];
    Equivalents.of(points).write(points[point], values, 0);
    return values;
  }

  /** How many points have how many that are like them, the multiplicities less one. */
  @ParameterizedTest
  @CsvSource({
    "4, 4, 4, '{5=6, 7=8, 11=12}'",
    "4, 4, 5, '{1=2, 3=8, 7=16}'",
    "4, 5, 6.1, '{1=6, 3=12, 7=8}'"
  })
  void asManyAreAlikeAsTheMultiplicityOfTheReflectionSays(
      double a, double b, double c, String expected) {
    float[][] points = box(a, b, c);
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 0; i < points.length; i++) {
      float[] told = told(points, i);
      assertThat(told).isSorted();
      long alike = IntStream.range(0, told.length).filter(k -> told[k] == 0).count();
      counts.merge(alike, 1, Integer::sum);
    }
    assertThat(counts).hasToString(expected);
  }

  @Test
  void aCellThatIsNearlyCubicShowsHowNearly() {
    int ofC = 13; // 001, the one behind the origin
    float[] told = told(box(4, 4, 4.04), ofC);
    assertThat(told[0]).isZero();
    // one per cent longer: half way down from 1 to 1e-4 of difference
    assertThat(told[1]).isCloseTo(0.5f, within(0.005f));
  }

  @Test
  void intensitiesTellEquallyLongOnesApart() {
    float[][] points = box(4, 4, 4);
    float[] before = told(points, 0);
    points[0][3] = 0.51f;
    float[] after = told(points, 0);
    assertThat(before[6]).isZero();
    assertThat(after[0]).isCloseTo(0.5f, within(1e-5f));
  }

  @Test
  void paddingChangesNothing() {
    float[][] points = box(4, 5, 6);
    float[] told = told(points, 3);
    float[][] padded = Arrays.copyOf(points, points.length + 5);
    Arrays.fill(padded, points.length, padded.length, new float[4]);
    assertThat(told(padded, 3)).isEqualTo(told);
  }
}
