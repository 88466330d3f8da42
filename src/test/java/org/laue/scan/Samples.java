package org.laue.scan;

import java.util.Arrays;
import java.util.Random;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Crystals and liquids made by seed. */
final class Samples {
  private static final double HALF_ROOT_3 = Math.sqrt(3) / 2;

  private Samples() {}

  /** Rectangular cell of a class with nearest distance 1, c/a for hexagonal ones. */
  static Crystal cell(LocalClass kind, double ratio) {
    return switch (kind) {
      case FCC -> cubic(Math.sqrt(2), FCC_SITES);
      case BCC -> cubic(2 / Math.sqrt(3), new double[] {0, 0, 0, .5, .5, .5});
      case SC -> cubic(1, new double[3]);
      case DIAMOND -> cubic(4 / Math.sqrt(3), diamond());
      case HCP ->
          crystal(
              new double[] {1, 2 * HALF_ROOT_3, ratio},
              new double[] {0, 0, 0, .5, .5, 0, .5, 1 / 6.0, .5, 0, 2 / 3.0, .5});
      case HEX_DIAMOND ->
          crystal(
              new double[] {Math.sqrt(8 / 3.0), Math.sqrt(8 / 3.0) * 2 * HALF_ROOT_3, 8 / 3.0},
              new double[] {
                0, 0, 0, .5, .5, 0, .5, 1 / 6.0, .5, 0, 2 / 3.0, .5, 0, 0, .375, .5, .5, .375, .5,
                1 / 6.0, .875, 0, 2 / 3.0, .875
              });
      default -> throw new IllegalArgumentException(kind.label());
    };
  }

  private static final double[] FCC_SITES = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};

  private static double[] diamond() {
    double[] sites = Arrays.copyOf(FCC_SITES, 24);
    for (int i = 0; i < 12; i++) {
      sites[12 + i] = FCC_SITES[i] + .25;
    }
    return sites;
  }

  private static Crystal cubic(double a, double[] sites) {
    return crystal(new double[] {a, a, a}, sites);
  }

  private static Crystal crystal(double[] edges, double[] sites) {
    int[] numbers = new int[sites.length / 3];
    Arrays.fill(numbers, 26);
    return Crystal.of(
        Lattice.ofRows(edges[0], 0, 0, 0, edges[1], 0, 0, 0, edges[2]), numbers, sites);
  }

  /** About {@code atoms} atoms in a box of nearly equal edges, nearest distance in angstrom. */
  static Crystal block(LocalClass kind, double nearest, double ratio, int atoms) {
    Crystal cell = cell(kind, ratio);
    double edge = Math.cbrt(cell.lattice().volume() * atoms / cell.atomCount());
    double[] lengths = cell.lattice().lengths();
    Crystal block =
        cell.supercell(
            (int) Math.max(1, Math.rint(edge / lengths[0])),
            (int) Math.max(1, Math.rint(edge / lengths[1])),
            (int) Math.max(1, Math.rint(edge / lengths[2])));
    return Crystal.of(
        block.lattice().transformed(nearest, 0, 0, 0, nearest, 0, 0, 0, nearest),
        block.atomicNumbers(),
        block.fractional());
  }

  /** Every atom displaced along each axis with standard deviation {@code sigma}, angstrom. */
  static Crystal shaken(Crystal crystal, double sigma, long seed) {
    Random random = new Random(seed);
    double[] x = crystal.cartesian();
    for (int i = 0; i < x.length; i++) {
      x[i] += sigma * random.nextGaussian();
    }
    return Crystal.ofCartesian(crystal.lattice(), crystal.atomicNumbers(), x);
  }

  /** A fraction of the atoms taken out. */
  static Crystal thinned(Crystal crystal, double fraction, long seed) {
    Random random = new Random(seed);
    double[] f = crystal.fractional();
    int kept = 0;
    for (int i = 0; i < crystal.atomCount(); i++) {
      if (random.nextDouble() >= fraction) {
        System.arraycopy(f, 3 * i, f, 3 * kept++, 3);
      }
    }
    return Crystal.of(
        crystal.lattice(),
        Arrays.copyOf(crystal.atomicNumbers(), kept),
        Arrays.copyOf(f, 3 * kept));
  }

  /** Evenly strewn points no closer than {@code apart}: a dense gas. */
  static Crystal gas(int atoms, double edge, double apart, long seed) {
    Random random = new Random(seed);
    double[] x = new double[3 * atoms];
    for (int i = 0; i < atoms; ) {
      for (int k = 0; k < 3; k++) {
        x[3 * i + k] = edge * random.nextDouble();
      }
      boolean free = true;
      for (int j = 0; j < i && free; j++) {
        double squared = 0;
        for (int k = 0; k < 3; k++) {
          double d = x[3 * i + k] - x[3 * j + k];
          d -= edge * Math.rint(d / edge);
          squared += d * d;
        }
        free = squared > apart * apart;
      }
      i += free ? 1 : 0;
    }
    int[] numbers = new int[atoms];
    Arrays.fill(numbers, 26);
    return Crystal.ofCartesian(Lattice.ofRows(edge, 0, 0, 0, edge, 0, 0, 0, edge), numbers, x);
  }

  /** A ball of atoms turned by the rotation, without a cell. */
  static Atoms ball(Crystal crystal, double radius, double[] rotation) {
    double[] x = crystal.cartesian();
    double[] middle = crystal.lattice().toCartesian(new double[] {.5, .5, .5});
    double[] kept = new double[x.length];
    int count = 0;
    for (int i = 0; i < crystal.atomCount(); i++) {
      double[] v = {x[3 * i] - middle[0], x[3 * i + 1] - middle[1], x[3 * i + 2] - middle[2]};
      if (v[0] * v[0] + v[1] * v[1] + v[2] * v[2] < radius * radius) {
        double[] turned = org.laue.structure.Matrix3.apply(rotation, v);
        System.arraycopy(turned, 0, kept, 3 * count++, 3);
      }
    }
    return Cluster.of(
        Arrays.copyOf(crystal.atomicNumbers(), count), Arrays.copyOf(kept, 3 * count));
  }

  /** A rotation drawn evenly (Shoemake 1992). */
  static double[] rotation(long seed) {
    Random random = new Random(seed);
    double u = random.nextDouble();
    double a = 2 * Math.PI * random.nextDouble();
    double b = 2 * Math.PI * random.nextDouble();
    return Quaternions.matrix(
        Math.sqrt(1 - u) * Math.sin(a),
        Math.sqrt(1 - u) * Math.cos(a),
        Math.sqrt(u) * Math.sin(b),
        Math.sqrt(u) * Math.cos(b));
  }
}
