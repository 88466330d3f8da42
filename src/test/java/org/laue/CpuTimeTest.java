package org.laue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
  private static double work() {
    double sum = 0;
    for (int i = 1; i < 3_000_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum;
  }

  private static CpuTime time(double seconds, Map<String, Double> kernels) {
    return new CpuTime(seconds, new TreeMap<>(kernels));
  }

  @Test
  void aKernelsTimeIsPartOfTheThreads() {
    CpuTime before = CpuTime.ofThread();
    assertThat(Kernel.SYMMETRY.time(CpuTimeTest::work)).isPositive();
    work();
    CpuTime spent = CpuTime.ofThread().since(before);
    assertThat(spent.kernels()).containsOnlyKeys("symmetry");
    assertThat(spent.kernelShare()).isBetween(0.0, 1.0);
    assertThat(CpuTime.ofProcess().seconds()).isGreaterThanOrEqualTo(spent.seconds());
  }

  @Test
  void aKernelInsideAnotherCountsOnce() {
    CpuTime before = CpuTime.ofThread();
    Kernel.STRUCTURES.time(() -> Kernel.SYMMETRY.time(CpuTimeTest::work));
    CpuTime spent = CpuTime.ofThread().since(before);
    assertThat(spent.kernels()).containsOnlyKeys("structures");
  }

  @Test
  void aKernelThatFailsIsLeft() {
    assertThatThrownBy(
            () ->
                Kernel.NETWORK.time(
                    () -> {
                      throw new UserException("no");
                    }))
        .hasMessage("no");
    CpuTime before = CpuTime.ofThread();
    Kernel.FINGERPRINT.time(CpuTimeTest::work);
    assertThat(CpuTime.ofThread().since(before).kernels()).containsOnlyKeys("fingerprint");
  }

  @Test
  void sumsSharesAndTellsPeople() {
    CpuTime sum =
        time(3, Map.of("network", 2.0)).plus(time(1, Map.of("network", 1.0, "symmetry", 0.5)));
    assertThat(sum).isEqualTo(time(4, Map.of("network", 3.0, "symmetry", 0.5)));
    assertThat(sum.kernelShare()).isEqualTo(0.875);
    assertThat(sum.shares()).isEqualTo("88 % kernels (network 3.0 s, symmetry 0.5 s)");
    assertThat(sum.since(time(1, Map.of("symmetry", 0.5))))
        .isEqualTo(time(3, Map.of("network", 3.0)));
    assertThat(CpuTime.NONE.shares()).isEqualTo("no kernels");
    assertThat(CpuTime.NONE.kernelShare()).isNaN();
  }
}
