package org.laue.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class OverlapsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.9, 0.99, 1.01, 1.1, 3})
  void aPairIsFoundAcrossEveryFaceOfEveryCell(double distances) {
    double distance = distances * Overlaps.MIN_DISTANCE;
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Lattice lattice = lattice(random, round % 3 == 0 ? 0.3 : 5, round % 2 == 0 ? 3 : 0);
      double[] first = {random.nextInt(3) * 0.5, random.nextDouble(), random.nextDouble()};
      double[] step = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double norm = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
      double[] x = lattice.toCartesian(first);
      for (int axis = 0; axis < 3; axis++) {
        x[axis] += distance * step[axis] / norm;
      }
      double[] second = lattice.toFractional(x);
      double[] both = new double[6];
      for (int axis = 0; axis < 3; axis++) {
        both[axis] = first[axis];
        both[3 + axis] = second[axis] + random.nextInt(7) - 3;
      }
      assertThat(Overlaps.any(Crystal.of(lattice, new int[] {1, 2}, both)))
          .as("%s %s", lattice, Arrays.toString(both))
          .isEqualTo(distances < 1);
    }
  }

  @Test
  void anAtomMeetsItsOwnImageInACellThatIsTooSmall() {
    Crystal crystal =
        Crystal.of(Lattice.ofRows(5, 0, 0, 5, 0.004, 9, 0, 0, 9), new int[] {1}, new double[3]);
    assertThat(Overlaps.any(crystal)).isTrue();
    Crystal short1 =
        Crystal.of(Lattice.ofRows(5, 0, 0, 5, 0.001, 0, 0, 0, 9), new int[] {1}, new double[3]);
    assertThatThrownBy(() -> Overlaps.check(short1, i -> "x"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("check its units");
  }

  @Test
  void aLargePerfectCrystalHasNoneAndOneCopyIsFound() {
    Crystal cell =
        Crystal.of(Lattice.ofRows(4, 0, 0, 0, 4, 0, 0, 0, 4), new int[] {29}, new double[3]);
    Crystal large = cell.supercell(30, 30, 30);
    assertThat(Overlaps.any(large)).isFalse();
    double[] moved = large.fractional();
    System.arraycopy(moved, 3 * 100, moved, 3 * 20_000, 3);
    assertThatThrownBy(
            () ->
                Overlaps.check(
                    Crystal.of(large.lattice(), large.atomicNumbers(), moved), i -> "#" + i))
        .hasMessageContaining("Atom #100 (Cu) and atom #20000 (Cu)");
  }

  @Test
  void clustersHaveNoImages() {
    Cluster far = Cluster.of(new int[] {1, 1}, new double[] {0, 0, 0, 0, 0, 9.999});
    assertThatCode(() -> Overlaps.check(far)).doesNotThrowAnyException();
    Cluster near = Cluster.of(new int[] {1, 1}, new double[] {-7, 0, 0, -7, 0, 0.0099});
    assertThatThrownBy(() -> Overlaps.check(near)).hasMessageContaining("0.0099 A apart");
  }

  /**
   * A skew cell: rows of about {@code length}, the second with up to {@code skew} times the first.
   */
  private static Lattice lattice(Random random, double length, int skew) {
    double[] rows = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = length * ((i % 4 == 0 ? 1 : 0) + 0.3 * random.nextGaussian() * 0.5);
    }
    for (int axis = 0; axis < 3; axis++) {
      rows[3 + axis] += skew * rows[axis];
    }
    return Lattice.ofRows(rows);
  }
}
