package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.scan.KeptWork;
import org.laue.scan.Scan;
import org.laue.scan.ScanResult;
import org.laue.scan.ScanSettings;
import org.laue.scan.ScanWork;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class SparkScanWorkTest {
  private static final ScanSettings SETTINGS = ScanSettings.DEFAULT.withThreads(1);
  private static Crystal copper;
  private static ScanResult here;

  /** 5,324 atoms at some 300 K, a tenth missing. */
  @BeforeAll
  static void scanHere() {
    Crystal whole =
        Crystal.of(
                Lattice.ofRows(0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0),
                new int[] {29},
                new double[3])
            .supercell(18, 18, 18);
    Random random = new Random(1);
    double[] x = whole.cartesian();
    int kept = 0;
    for (int atom = 0; atom < whole.atomCount(); atom++) {
      if (random.nextDouble() > 0.1) {
        for (int i = 0; i < 3; i++) {
          x[3 * kept + i] = x[3 * atom + i] + 0.1 * random.nextGaussian();
        }
        kept++;
      }
    }
    int[] numbers = new int[kept];
    java.util.Arrays.fill(numbers, 29);
    copper = Crystal.ofCartesian(whole.lattice(), numbers, java.util.Arrays.copyOf(x, 3 * kept));
    here = new Scan(SETTINGS).scan(copper);
  }

  private static byte[] bytes(Object result) {
    return SerializationUtils.serialize((java.io.Serializable) result);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 0})
  void theNumberOfPartitionsMovesNoDigitOfAnyAtom(int partitions) {
    Scan scan = new Scan(SETTINGS, new SparkScanWork(SharedSession.get(), partitions));
    assertThat(bytes(scan.scan(copper))).isEqualTo(bytes(here));
    assertThat(here.grains()).hasSize(1);
  }

  /** Done, and then taken from what was kept. */
  @Test
  void whatIsKeptOnTheWayIsTheSame(@TempDir Path folder) {
    ScanWork tasks = new SparkScanWork(SharedSession.get(), 3);
    for (int call = 0; call < 2; call++) {
      Scan scan = new Scan(SETTINGS, new KeptWork(tasks, folder, "1"));
      assertThat(bytes(scan.scan(copper))).isEqualTo(bytes(here));
    }
  }

  @Test
  void pointsOfAGridAreTheSameToo() {
    Scan scan = new Scan(SETTINGS, new SparkScanWork(SharedSession.get(), 3));
    assertThat(bytes(scan.grid(copper, 5).result()))
        .isEqualTo(bytes(new Scan(SETTINGS).grid(copper, 5).result()));
  }
}
