package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
    assertThatThrownBy(() -> CoordinateTriplet.parse("x,y")).hasMessageContaining("x,y");
  }

  @Test
  void wrapsIntoTheCell() {
    assertThat(CoordinateTriplet.parse("-x,x+1,x-1/4").evaluate(Map.of("x", 0.125)))
        .containsExactly(0.875, 0.125, 0.875);
  }
}
