package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTripletTest {

  @Test
  void readsWhatTheTablesWrite() {
    CoordinateTriplet triplet = CoordinateTriplet.parse("-x+1/2,2*x-y,0.25");
    assertThat(triplet.names()).containsExactly("x", "y");
    assertThat(triplet.evaluate(Map.of("x", 0.375, "y", 0.5))).containsExactly(0.125, 0.25, 0.25);
  }

  @Test
  void knowsOffsetAndDirectionsOfAWyckoffPosition() {
    CoordinateTriplet triplet = CoordinateTriplet.parse("-x+1/2,2x,z+3/4");
    assertThat(triplet.offset()).containsExactly(0.5, 0, 0.75);
    assertThat(triplet.directions()).isDeepEqualTo(new int[][] {{-1, 2, 0}, {0, 0, 0}, {0, 0, 1}});
    assertThatThrownBy(() -> CoordinateTriplet.parse("x/2,y,z").directions())
        .hasMessageContaining("x/2,y,z");
    assertThatThrownBy(() -> CoordinateTriplet.parse("x,u,z").directions())
        .hasMessageContaining("x,u,z");
  }

  @Test
  void wrapsIntoTheCell() {
    assertThat(CoordinateTriplet.parse("-x,x+1,x-1/4").evaluate(Map.of("x", 0.125)))
        .containsExactly(0.875, 0.125, 0.875);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x,y", "x,y,z,0", "x,,z", "x,y,z+", "x,y,2*", "x,y,--z", "x,y,1/0", "?,?,?"})
  void refusesWhatIsNoTriplet(String text) {
    assertThatThrownBy(() -> CoordinateTriplet.parse(text)).hasMessageContaining(text);
  }
}
