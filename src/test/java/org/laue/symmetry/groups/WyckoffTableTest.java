package org.laue.symmetry.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.RandomSettings;

class WyckoffTableTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzA";

  @Test
  void thereAre1731PositionsLetteredFromA() {
    int count = 0;
    for (int number = 1; number <= 230; number++) {
      List<WyckoffPosition> positions = WyckoffTable.of(number);
      for (int i = 0; i < positions.size(); i++) {
        assertThat(positions.get(i).letter()).isEqualTo(LETTERS.charAt(i));
      }
      count += positions.size();
    }
    assertThat(count).isEqualTo(1731);
  }

  @Test
  void multiplicityIsTheNumberOfImages() {
    RandomSettings random = new RandomSettings(11);
    for (int number = 1; number <= 230; number++) {
      List<SymmetryOperation> operations = operations(number);
      for (WyckoffPosition position : WyckoffTable.of(number)) {
        double[] x = random.pointOf(position);
        assertThat(random.images(x, operations))
            .as("%d %s", number, position)
            .hasSize(position.multiplicity());
      }
    }
  }

  @Test
  void pointsOfAPositionAreNotDisplacedAndOthersAre() {
    RandomSettings random = new RandomSettings(12);
    for (int number = 1; number <= 230; number++) {
      List<WyckoffPosition> positions = WyckoffTable.of(number);
      for (WyckoffPosition position : positions) {
        double[] x = random.pointOf(position);
        assertThat(position.displacement(x)).containsExactly(new double[3], within(1e-12));
        for (WyckoffPosition other : positions) {
          if (!other.equals(position) && other.multiplicity() == position.multiplicity()) {
            assertThat(isOn(other, random.images(x, operations(number)))).isFalse();
          }
        }
      }
    }
  }

  @Test
  void tablesOfWellKnownGroupsAreThoseOfTheInternationalTables() {
    assertThat(WyckoffTable.of(227).stream().map(WyckoffPosition::siteSymmetry))
        .containsExactly("-43m", "-43m", ".-3m", ".-3m", ".3m", "2.mm", "..m", "..2", "1");
    assertThat(WyckoffTable.of(194).get(2)).hasToString("2c -6m2 1/3,2/3,1/4");
    assertThat(WyckoffTable.of(1)).singleElement().hasToString("1a 1 x,y,z");
  }

  private static boolean isOn(WyckoffPosition position, List<double[]> points) {
    return points.stream()
        .map(position::displacement)
        .anyMatch(d -> IntStream.range(0, 3).allMatch(i -> Math.abs(d[i]) < 1e-9));
  }

  private static List<SymmetryOperation> operations(int number) {
    return TabulatedGroup.of(HallSettings.standardOf(number).hallNumber()).operations();
  }
}
