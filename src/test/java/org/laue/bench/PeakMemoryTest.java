package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PeakMemoryTest {
  private static final int ENOUGH = 64 << 20;
  private static final int PAGE = 1 << 12;

  @Test
  void readsTheSystemsLine() {
    assertThat(PeakMemory.of(List.of("VmPeak:\t 9 kB", "VmHWM:\t  2048 kB"))).hasValue(2 << 20);
    assertThat(PeakMemory.of(List.of("Name:\tjava"))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxTellsThePeakAndAllocationRaisesIt() {
    long before = PeakMemory.bytes().orElseThrow();
    ByteBuffer touched = ByteBuffer.allocateDirect(ENOUGH);
    for (int i = 0; i < ENOUGH; i += PAGE) {
      touched.put(i, (byte) 1);
    }
    assertThat(PeakMemory.bytes().orElseThrow()).isGreaterThanOrEqualTo(Math.max(before, ENOUGH));
  }
}
