package org.laue.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.StandardOrientation;
import org.laue.descriptors.image.Supercells;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Clusters to time fingerprints with: one of each class (hcp and alpha-As for hex/rh), 256 to 378
 * atoms, and the same with every atom displaced, so that no two share a coordinate.
 */
public final class BenchClusters {
  private static final int TARGET_ATOMS = 256;
  private static final double SIGMA_ANGSTROM = 0.06;
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * One cluster.
   *
   * @param name class and element, for instance {@code fcc Cu}
   */
  public record Case(String name, Cluster pristine, Cluster displaced) {}

  private BenchClusters() {}

  public static List<Case> all() {
    return List.of(
        of("fcc Cu", 29, cubic(3.61491), 0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0),
        of("bcc W", 74, cubic(3.155), 0, 0, 0, 0.5, 0.5, 0.5),
        of("sc Po", 84, cubic(3.34), 0, 0, 0),
        diamond(),
        of("bct_139 In", 49, tetragonal(3.25283, 4.94647), 0, 0, 0, 0.5, 0.5, 0.5),
        of(
            "bct_141 Sn",
            50,
            tetragonal(5.8318, 3.1819),
            0,
            0.25,
            0.375,
            0,
            0.75,
            0.625,
            0.5,
            0.25,
            0.125,
            0.5,
            0.75,
            0.875),
        of(
            "hex/rh Mg",
            12,
            Lattice.ofParameters(3.2093, 3.2093, 5.2103, 90, 90, 120),
            1 / 3.0,
            2 / 3.0,
            0.25,
            2 / 3.0,
            1 / 3.0,
            0.75),
        arsenic());
  }

  /**
   * CPU time of one fingerprint from atoms to image, bond length included, in milliseconds on the
   * calling thread.
   *
   * @return least and median of {@code rounds} single fingerprints after as many to warm up
   */
  public static double[] cpuMillis(FingerprintGenerator generator, Cluster cluster, int rounds) {
    return cpuMillis(() -> generator.of(cluster), rounds);
  }

  /** The same of any work. */
  static double[] cpuMillis(Runnable work, int rounds) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] millis = new double[rounds];
    for (int round = -rounds; round < rounds; round++) {
      long before = threads.getCurrentThreadCpuTime();
      work.run();
      long nanos = threads.getCurrentThreadCpuTime() - before;
      millis[Math.max(0, round)] = nanos / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    return new double[] {millis[0], millis[rounds / 2]};
  }

  private static Case diamond() {
    double[] fcc = {0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0};
    double[] both = Arrays.copyOf(fcc, 24);
    for (int i = 0; i < 12; i++) {
      both[12 + i] = fcc[i] + 0.25;
    }
    return of("diam C", 6, cubic(3.55), both);
  }

  private static Case arsenic() {
    double z = 0.22754;
    double third = 1 / 3.0;
    return of(
        "hex/rh As",
        33,
        Lattice.ofParameters(3.7595, 3.7595, 10.4573, 90, 90, 120),
        0,
        0,
        z,
        0,
        0,
        -z,
        2 * third,
        third,
        third + z,
        2 * third,
        third,
        third - z,
        third,
        2 * third,
        2 * third + z,
        third,
        2 * third,
        2 * third - z);
  }

  private static Lattice cubic(double a) {
    return Lattice.ofParameters(a, a, a, 90, 90, 90);
  }

  private static Lattice tetragonal(double a, double c) {
    return Lattice.ofParameters(a, a, c, 90, 90, 90);
  }

  private static Case of(String name, int element, Lattice lattice, double... fractional) {
    int[] numbers = new int[fractional.length / 3];
    Arrays.fill(numbers, element);
    Crystal conventional = Crystal.of(lattice, numbers, fractional);
    Cluster pristine =
        Supercells.build(StandardOrientation.of(conventional), TARGET_ATOMS).toCluster();
    return new Case(name, pristine, displaced(pristine, name.hashCode()));
  }

  private static Cluster displaced(Cluster cluster, long seed) {
    Random random = new Random(seed);
    double[] positions = cluster.cartesian();
    for (int i = 0; i < positions.length; i++) {
      positions[i] += SIGMA_ANGSTROM * random.nextGaussian();
    }
    return Cluster.of(cluster.atomicNumbers(), positions, cluster.periodicLattice().orElseThrow());
  }
}
