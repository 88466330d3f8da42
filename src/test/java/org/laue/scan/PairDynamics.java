package org.laue.scan;

import java.util.Arrays;
import java.util.Random;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Molecular dynamics of one kind of particle with an inverse power or a Lennard-Jones potential, at
 * constant volume with rescaled velocities: hot crystals whose atoms move together, and liquids.
 * Lengths in angstrom, energies and masses in units of their own.
 */
final class PairDynamics {
  private final double[] edge;
  private final double[] x;
  private final double[] v;
  private final double[] force;
  private final double sigma;
  private final int power;
  private final double cut;
  private int[] pairs = new int[1 << 16];
  private int pairCount;

  /**
   * @param power 12 for Lennard-Jones with its attraction; else a purely repulsive inverse power
   */
  PairDynamics(Crystal start, double sigma, int power, double cut, double temperature, long seed) {
    this.edge = start.lattice().lengths();
    this.x = start.cartesian();
    this.v = new double[x.length];
    this.force = new double[x.length];
    this.sigma = sigma;
    this.power = power;
    this.cut = cut;
    Random random = new Random(seed);
    for (int i = 0; i < v.length; i++) {
      v[i] = sigma * random.nextGaussian() * Math.sqrt(temperature);
    }
  }

  /** Runs steps at a temperature (of the well's depth, or of the energy at sigma). */
  void run(int steps, double temperature, double step) {
    for (int t = 0; t < steps; t++) {
      if (t % 10 == 0) {
        neighbours();
        forces();
        rescale(temperature);
      }
      for (int i = 0; i < x.length; i++) {
        v[i] += 0.5 * step * force[i];
        x[i] += step * v[i];
      }
      forces();
      for (int i = 0; i < x.length; i++) {
        v[i] += 0.5 * step * force[i];
      }
    }
  }

  private void rescale(double temperature) {
    double kinetic = Arrays.stream(v).map(u -> u * u).sum() / (sigma * sigma * v.length);
    double factor = Math.sqrt(temperature / kinetic);
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }

  private void neighbours() {
    double reach = cut + 0.25 * sigma;
    pairCount = 0;
    for (int i = 0; i < x.length / 3; i++) {
      for (int j = 0; j < i; j++) {
        if (squared(i, j, null) < reach * reach) {
          if (2 * pairCount + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
          }
          pairs[2 * pairCount] = i;
          pairs[2 * pairCount++ + 1] = j;
        }
      }
    }
  }

  private double squared(int i, int j, double[] d) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      double u = x[3 * i + k] - x[3 * j + k];
      u -= edge[k] * Math.rint(u / edge[k]);
      sum += u * u;
      if (d != null) {
        d[k] = u;
      }
    }
    return sum;
  }

  private void forces() {
    Arrays.fill(force, 0);
    double[] d = new double[3];
    for (int p = 0; p < pairCount; p++) {
      int i = pairs[2 * p];
      int j = pairs[2 * p + 1];
      double squared = squared(i, j, d);
      if (squared < cut * cut) {
        double s = sigma * sigma / squared;
        double s6 = s * s * s;
        double strength =
            power == 12
                ? 24 * (2 * s6 * s6 - s6) / squared
                : power * Math.pow(s, power / 2.0) / squared;
        for (int k = 0; k < 3; k++) {
          force[3 * i + k] += strength * sigma * sigma * d[k];
          force[3 * j + k] -= strength * sigma * sigma * d[k];
        }
      }
    }
  }

  Crystal atoms() {
    int[] numbers = new int[x.length / 3];
    Arrays.fill(numbers, 18);
    Lattice box = Lattice.ofRows(edge[0], 0, 0, 0, edge[1], 0, 0, 0, edge[2]);
    return Crystal.ofCartesian(box, numbers, x);
  }
}
