package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {
  @Test
  void readsTheSystemsLine() {
    assertThat(PeakMemory.of(List.of("VmPeak:\t 9 kB", "VmHWM:\t  2048 kB"))).hasValue(2 << 20);
    assertThat(PeakMemory.of(List.of("Name:\tjava"))).isEmpty();
  }

  @Test
  void wherePeakIsToldItIsMoreThanAJvmNeeds() {
    PeakMemory.bytes().ifPresent(bytes -> assertThat(bytes).isGreaterThan(10 << 20));
  }
}
