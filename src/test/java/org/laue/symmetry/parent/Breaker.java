package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.List;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Makes a supercell unrecognisable: other basis, orientation, origin and order; then breaks it. */
public final class Breaker {
  private final StableRandom random;

  public Breaker(long seed) {
    this.random = new StableRandom(seed);
  }

  /** Random unimodular basis and rotation, atoms shuffled and shifted together. */
  public Crystal disguise(Crystal crystal) {
    double[] turned = crystal.lattice().transformed(unimodular()).rows();
    double[] rotation = rotation();
    Lattice turn = Lattice.ofRows(rotation);
    double[] cartesian = turn.toCartesian(crystal.cartesian());
    Lattice lattice = Lattice.ofRows(turn.toCartesian(turned));
    int[] order = shuffled(crystal.atomCount());
    double[] shift = {random.nextDouble(-9, 9), random.nextDouble(-9, 9), random.nextDouble(-9, 9)};
    double[] positions = new double[cartesian.length];
    int[] numbers = new int[order.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = cartesian[3 * order[i / 3] + i % 3] + shift[i % 3];
      numbers[i / 3] = crystal.atomicNumber(order[i / 3]);
    }
    double[] fractional = lattice.toFractional(positions);
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] -= Math.floor(fractional[i]);
    }
    return Crystal.of(lattice, numbers, fractional);
  }

  /** A share of the atoms removed, at random. */
  public Crystal vacancies(Crystal crystal, double share) {
    int[] order = shuffled(crystal.atomCount());
    int keep = order.length - (int) (share * order.length);
    double[] cartesian = crystal.cartesian();
    double[] positions = new double[3 * keep];
    int[] numbers = new int[keep];
    for (int i = 0; i < 3 * keep; i++) {
      positions[i] = cartesian[3 * order[i / 3] + i % 3];
      numbers[i / 3] = crystal.atomicNumber(order[i / 3]);
    }
    return Crystal.ofCartesian(crystal.lattice(), numbers, positions);
  }

  /** Every coordinate moved by a normal deviate. */
  public Crystal displacements(Crystal crystal, double sigma) {
    double[] cartesian = crystal.cartesian();
    for (int i = 0; i < cartesian.length; i++) {
      cartesian[i] += sigma * random.nextGaussian();
    }
    return Crystal.ofCartesian(crystal.lattice(), crystal.atomicNumbers(), cartesian);
  }

  /** A share of the atoms made element {@code z}. */
  public Crystal substitutions(Crystal crystal, double share, int z) {
    int[] order = shuffled(crystal.atomCount());
    int[] numbers = crystal.atomicNumbers();
    for (int i = 0; i < (int) (share * order.length); i++) {
      numbers[order[i]] = z;
    }
    return Crystal.of(crystal.lattice(), numbers, crystal.fractional());
  }

  /** Atoms of element {@code z} added anywhere. */
  public Crystal interstitials(Crystal crystal, int count, int z) {
    double[] fractional =
        java.util.Arrays.copyOf(crystal.fractional(), 3 * (crystal.atomCount() + count));
    int[] numbers = java.util.Arrays.copyOf(crystal.atomicNumbers(), crystal.atomCount() + count);
    for (int i = crystal.atomCount(); i < numbers.length; i++) {
      numbers[i] = z;
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = random.nextDouble();
      }
    }
    return Crystal.of(crystal.lattice(), numbers, fractional);
  }

  private double[] unimodular() {
    double[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int step = 0; step < 5; step++) {
      int i = random.nextInt(3);
      int j = (i + 1 + random.nextInt(2)) % 3;
      int times = random.nextInt(2) == 0 ? 1 : -1;
      for (int k = 0; k < 3; k++) {
        m[3 * i + k] += times * m[3 * j + k];
      }
    }
    return m;
  }

  /** Uniform rotation from a random unit quaternion (Shoemake). */
  private double[] rotation() {
    double[] q = new double[4];
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      norm += q[i] * q[i];
    }
    double s = 2 / norm;
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new double[] {
      1 - s * (y * y + z * z),
      s * (x * y - w * z),
      s * (x * z + w * y),
      s * (x * y + w * z),
      1 - s * (x * x + z * z),
      s * (y * z - w * x),
      s * (x * z - w * y),
      s * (y * z + w * x),
      1 - s * (x * x + y * y)
    };
  }

  private int[] shuffled(int count) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
