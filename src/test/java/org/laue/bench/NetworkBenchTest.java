package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetworkBenchTest {
  @Test
  void workOfAForwardPassIsCountedFromTheLayers() {
    assertThat(NetworkBench.FLOPS_PER_IMAGE).isCloseTo(0.532e9, within(0.001e9));
  }
}
