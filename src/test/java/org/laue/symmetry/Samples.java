package org.laue.symmetry;

import java.util.Arrays;
import java.util.Random;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Small crystals of known group and what tests do to them. */
public final class Samples {
  private Samples() {}

  public static Crystal fcc() {
    return elemental(
        Lattice.ofParameters(3.61, 3.61, 3.61, 90, 90, 90),
        0,
        0,
        0,
        0,
        0.5,
        0.5,
        0.5,
        0,
        0.5,
        0.5,
        0.5,
        0);
  }

  public static Crystal bcc() {
    return elemental(Lattice.ofParameters(2.87, 2.87, 2.87, 90, 90, 90), 0, 0, 0, 0.5, 0.5, 0.5);
  }

  static Crystal simpleCubic() {
    return elemental(Lattice.ofParameters(3.35, 3.35, 3.35, 90, 90, 90), 0, 0, 0);
  }

  public static Crystal diamond() {
    return elemental(
        Lattice.ofParameters(5.43, 5.43, 5.43, 90, 90, 90),
        0,
        0,
        0,
        0,
        0.5,
        0.5,
        0.5,
        0,
        0.5,
        0.5,
        0.5,
        0,
        0.25,
        0.25,
        0.25,
        0.25,
        0.75,
        0.75,
        0.75,
        0.25,
        0.75,
        0.75,
        0.75,
        0.25);
  }

  public static Crystal hcp() {
    return elemental(
        Lattice.ofParameters(3.21, 3.21, 5.21, 90, 90, 120),
        1 / 3.0,
        2 / 3.0,
        0.25,
        2 / 3.0,
        1 / 3.0,
        0.75);
  }

  public static Crystal arsenic() {
    double third = 1 / 3.0;
    return elemental(
        Lattice.ofParameters(3.76, 3.76, 10.55, 90, 90, 120),
        0,
        0,
        0.227,
        0,
        0,
        0.773,
        2 * third,
        third,
        third + 0.227,
        2 * third,
        third,
        third - 0.227,
        third,
        2 * third,
        2 * third + 0.227,
        third,
        2 * third,
        2 * third - 0.227);
  }

  public static Crystal bodyCentredTetragonal() {
    return elemental(Lattice.ofParameters(3.25, 3.25, 4.95, 90, 90, 90), 0, 0, 0, 0.5, 0.5, 0.5);
  }

  public static Crystal whiteTin() {
    return elemental(
        Lattice.ofParameters(5.83, 5.83, 3.18, 90, 90, 90),
        0,
        0,
        0,
        0,
        0.5,
        0.25,
        0.5,
        0.5,
        0.5,
        0.5,
        0,
        0.75);
  }

  /** Rutile, P4_2/mnm (136). */
  public static Crystal rutile() {
    double u = 0.305;
    return Crystal.of(
        Lattice.ofParameters(4.59, 4.59, 2.96, 90, 90, 90),
        new int[] {22, 22, 8, 8, 8, 8},
        new double[] {
          0, 0, 0, 0.5, 0.5, 0.5, u, u, 0, -u, -u, 0, 0.5 + u, 0.5 - u, 0.5, 0.5 - u, 0.5 + u, 0.5
        });
  }

  /** Low quartz, P3_221 (154) in this setting's hand. */
  static Crystal quartz() {
    double x = 0.4697;
    double ox = 0.4135;
    double oy = 0.2669;
    double oz = 0.1191;
    double third = 1 / 3.0;
    return Crystal.of(
        Lattice.ofParameters(4.913, 4.913, 5.405, 90, 90, 120),
        new int[] {14, 14, 14, 8, 8, 8, 8, 8, 8},
        new double[] {
          x,
          0,
          2 * third,
          0,
          x,
          third,
          -x,
          -x,
          0,
          ox,
          oy,
          oz,
          -oy,
          ox - oy,
          oz + 2 * third,
          oy - ox,
          -ox,
          oz + third,
          oy,
          ox,
          -oz,
          ox - oy,
          -oy,
          third - oz,
          -ox,
          oy - ox,
          2 * third - oz
        });
  }

  static Crystal triclinic() {
    return Crystal.of(
        Lattice.ofParameters(4.1, 5.3, 6.7, 81, 74, 67),
        new int[] {26, 8, 8},
        new double[] {0.1, 0.2, 0.3, 0.43, 0.77, 0.12, 0.85, 0.39, 0.71});
  }

  static Crystal elemental(Lattice lattice, double... fractional) {
    int[] numbers = new int[fractional.length / 3];
    Arrays.fill(numbers, 29);
    return Crystal.of(lattice, numbers, fractional);
  }

  /** Every coordinate of every atom moved by a normal deviate of width sigma, angstrom. */
  static Crystal displaced(Crystal crystal, double sigma, long seed) {
    Random random = new Random(seed);
    double[] moved = crystal.cartesian();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += sigma * random.nextGaussian();
    }
    return Crystal.ofCartesian(crystal.lattice(), crystal.atomicNumbers(), moved);
  }

  /** {@code count} atoms removed at random. */
  static Crystal withVacancies(Crystal crystal, int count, long seed) {
    int[] order = shuffled(crystal.atomCount(), new Random(seed));
    return picked(crystal, Arrays.copyOfRange(order, count, order.length));
  }

  public static Crystal reordered(Crystal crystal, long seed) {
    return picked(crystal, shuffled(crystal.atomCount(), new Random(seed)));
  }

  public static Crystal shifted(Crystal crystal, double x, double y, double z) {
    double[] f = crystal.fractional();
    for (int i = 0; i < f.length; i += 3) {
      f[i] += x;
      f[i + 1] += y;
      f[i + 2] += z;
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), f);
  }

  /** The same atoms described by other vectors of the same lattice. */
  static Crystal rebased(Crystal crystal, double... unimodular) {
    return Crystal.ofCartesian(
        crystal.lattice().transformed(unimodular), crystal.atomicNumbers(), crystal.cartesian());
  }

  /** Turned by 0.7 rad about z and then by 0.4 rad about x. */
  public static Crystal rotated(Crystal crystal) {
    double[] rows = crystal.lattice().rows();
    for (int i = 0; i < 9; i += 3) {
      double x = Math.cos(0.7) * rows[i] - Math.sin(0.7) * rows[i + 1];
      double y = Math.sin(0.7) * rows[i] + Math.cos(0.7) * rows[i + 1];
      double z = rows[i + 2];
      rows[i] = x;
      rows[i + 1] = Math.cos(0.4) * y - Math.sin(0.4) * z;
      rows[i + 2] = Math.sin(0.4) * y + Math.cos(0.4) * z;
    }
    return Crystal.of(Lattice.ofRows(rows), crystal.atomicNumbers(), crystal.fractional());
  }

  private static Crystal picked(Crystal crystal, int[] atoms) {
    int[] numbers = new int[atoms.length];
    double[] fractional = new double[3 * atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      numbers[i] = crystal.atomicNumber(atoms[i]);
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional(atoms[i], axis);
      }
    }
    return Crystal.of(crystal.lattice(), numbers, fractional);
  }

  private static int[] shuffled(int n, Random random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
