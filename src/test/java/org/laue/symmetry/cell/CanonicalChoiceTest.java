package org.laue.symmetry.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.Samples;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

class CanonicalChoiceTest {
  static Stream<Crystal> crystals() {
    return Stream.of(
        Samples.fcc(),
        Samples.bcc(),
        Samples.diamond(),
        Samples.hcp(),
        Samples.arsenic(),
        Samples.bodyCentredTetragonal(),
        Samples.whiteTin(),
        Samples.rutile());
  }

  /** Half the cell is another origin of most of these groups. */
  @ParameterizedTest
  @MethodSource("crystals")
  void standardCellDoesNotFollowTheOriginOfTheInput(Crystal crystal) {
    SortedSet<String> plain = points(crystal);
    assertThat(points(Samples.shifted(crystal, 0.5, 0.5, 0.5))).isEqualTo(plain);
    assertThat(points(Samples.shifted(crystal, 0, 0, 0.5))).isEqualTo(plain);
    assertThat(points(Samples.rotated(Samples.shifted(crystal, 0.21, 0.4, 0.77)))).isEqualTo(plain);
    assertThat(points(Samples.reordered(crystal.supercell(2, 1, 2), 5))).isEqualTo(plain);
  }

  /** Element and coordinates of the atoms of the standard cell, to three places. */
  private static SortedSet<String> points(Crystal crystal) {
    Crystal standard = SymmetryFinder.symmetry(crystal, Tolerance.of(1e-4)).standardCell(false);
    SortedSet<String> points = new TreeSet<>();
    for (int atom = 0; atom < standard.atomCount(); atom++) {
      StringBuilder point = new StringBuilder().append(standard.atomicNumber(atom));
      for (int axis = 0; axis < 3; axis++) {
        long thousandths = Math.round(1000 * standard.fractional(atom, axis)) % 1000;
        point.append(String.format(Locale.ROOT, " %03d", thousandths));
      }
      points.add(point.toString());
    }
    return points;
  }

  @Test
  void diamondAndHexagonalClosePackingTakeTheFirstLetter() {
    assertThat(letters(Samples.diamond())).containsOnly("a");
    assertThat(letters(Samples.hcp())).containsOnly("c");
    assertThat(letters(Samples.shifted(Samples.whiteTin(), 0.5, 0, 0.3))).containsOnly("a");
  }

  private static List<String> letters(Crystal crystal) {
    return SymmetryFinder.symmetry(crystal, Tolerance.of(1e-4)).wyckoffLetters();
  }
}
