package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryOperationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,y,z | x,y,z",
        "1/2 + x - y, -z, +y | x-y+1/2,-z,y",
        "-y+0.25,x-3/4,z | -y+1/4,x-3/4,z",
        "x+0.1371,y,z-1/24 | x+0.1371,y,z-1/24",
        "x+1,y,z+8/12 | x+1,y,z+2/3"
      })
  void readsAndWritesTriplets(String text, String written) {
    SymmetryOperation operation = SymmetryOperation.parse(text);
    assertThat(operation).hasToString(written);
    assertThat(SymmetryOperation.parse(written)).isEqualTo(operation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,x,z", "0.5x,2y,z", "2x,y,z", "u,y,z"})
  void refusesWhatTakesTheLatticeElsewhere(String text) {
    assertThatThrownBy(() -> SymmetryOperation.parse(text)).hasMessageContaining(text);
  }

  @Test
  void oneAfterTheOtherMovesAPointAsBothDo() {
    SymmetryOperation first = SymmetryOperation.parse("-y,x-y,z+1/3");
    SymmetryOperation second = SymmetryOperation.parse("y+1/2,x,-z");
    double[] x = {0.125, 0.375, 0.75};
    assertThat(second.after(first).apply(x)).containsExactly(second.apply(first.apply(x)));
  }

  @Test
  void thirdsStayExactThroughAThousandTurns() {
    SymmetryOperation screw = SymmetryOperation.parse("-y,x-y,z+1/3");
    SymmetryOperation product = SymmetryOperation.IDENTITY;
    for (int i = 0; i < 3000; i++) {
      product = screw.after(product).inParts(12);
    }
    assertThat(product).isEqualTo(SymmetryOperation.IDENTITY);
    assertThat(screw.after(screw).inParts(12).parts(12)).containsExactly(0, 0, 8);
  }

  @Test
  void aMovedOriginMovesWhatTheOperationFixes() {
    SymmetryOperation inversion = SymmetryOperation.parse("-x,-y,-z");
    SymmetryOperation moved = inversion.shifted(new double[] {0.25, 0, 0.125});
    assertThat(moved).hasToString("-x+1/2,-y,-z+1/4");
  }
}
