package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Atoms of a supercell joined by springs to their first two shells, at a temperature: Metropolis
 * moves of atoms, and of the cell, which breathes at constant pressure as that of molecular
 * dynamics does. A vacancy takes its springs with it, an interstitial pushes its neighbours.
 */
final class SpringCrystal {
  private static final int SWEEPS = 60;

  /** First shell pushes, second pulls, so that a vacancy relaxes; shares of the distance. */
  private static final double PRESSED = 1.02;

  private record Spring(int one, int other, double[] shift, double rest, double stiffness) {}

  private final StableRandom random;
  private final List<List<Spring>> ofAtom = new ArrayList<>();
  private final int[] numbers;
  private final double sigma;
  private double[] fractional;
  private Lattice lattice;

  /**
   * @param sigma displacement that a lone atom would have in a spring, angstrom
   * @param vacancies atoms taken out
   * @param interstitials atoms added in the largest holes
   */
  SpringCrystal(Crystal whole, double sigma, int vacancies, int interstitials, long seed) {
    this.random = new StableRandom(seed);
    this.sigma = sigma;
    Crystal given = without(whole, vacancies);
    double bond = BondLengths.median(whole);
    int rest = given.atomCount();
    this.lattice = given.lattice();
    this.numbers = Arrays.copyOf(given.atomicNumbers(), rest + interstitials);
    this.fractional = Arrays.copyOf(given.fractional(), 3 * (rest + interstitials));
    numbers[numbers.length - 1] = numbers[0];
    for (int i = 0; i < numbers.length; i++) {
      ofAtom.add(new ArrayList<>());
    }
    join(rest, 1.75 * bond, bond);
    for (int added = rest; added < numbers.length; added++) {
      numbers[added] = numbers[0];
      placeInHole(added, bond);
    }
  }

  private Crystal without(Crystal whole, int vacancies) {
    return vacancies == 0
        ? whole
        : new Breaker(random.nextInt(1 << 30))
            .vacancies(whole, (vacancies + 1e-6) / whole.atomCount());
  }

  private void join(int count, double reach, double bond) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        for (int cell = 0; cell < 27; cell++) {
          double[] shift = {cell / 9 - 1, cell / 3 % 3 - 1, cell % 3 - 1};
          double length = length(i, j, shift);
          boolean once = i != j || cell > 13;
          if (once && length > 0.1 && length < reach) {
            boolean first = length < 1.1 * bond;
            add(i, j, shift, length * (first ? PRESSED : 2 - PRESSED), first ? 1 : 0.5);
          }
        }
      }
    }
  }

  private void add(int i, int j, double[] shift, double rest, double stiffness) {
    Spring spring = new Spring(i, j, shift, rest, stiffness);
    ofAtom.get(i).add(spring);
    if (i != j) {
      ofAtom.get(j).add(spring);
    }
  }

  /** The farthest from all others of 400 random places. */
  private void placeInHole(int added, double bond) {
    double[] best = new double[3];
    double widest = 0;
    for (int trial = 0; trial < 400; trial++) {
      for (int i = 0; i < 3; i++) {
        fractional[3 * added + i] = random.nextDouble();
      }
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 0; other < added; other++) {
        nearest = Math.min(nearest, length(added, other, nearestImage(added, other)));
      }
      if (nearest > widest) {
        widest = nearest;
        best = Arrays.copyOfRange(fractional, 3 * added, 3 * added + 3);
      }
    }
    System.arraycopy(best, 0, fractional, 3 * added, 3);
    for (int other = 0; other < added; other++) {
      double[] shift = nearestImage(added, other);
      if (length(added, other, shift) < 1.2 * bond) {
        add(added, other, shift, 0.95 * bond, 1);
      }
    }
  }

  private double[] nearestImage(int one, int other) {
    double[] shift = new double[3];
    for (int i = 0; i < 3; i++) {
      shift[i] = -Math.rint(fractional[3 * other + i] - fractional[3 * one + i]);
    }
    return shift;
  }

  private double length(int one, int other, double[] shift) {
    double[] d = new double[3];
    for (int i = 0; i < 3; i++) {
      d[i] = fractional[3 * other + i] + shift[i] - fractional[3 * one + i];
    }
    double[] v = lattice.toCartesian(d);
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  /** In units of kT. */
  private double energy(List<Spring> springs) {
    double energy = 0;
    for (Spring s : springs) {
      double stretch = (length(s.one, s.other, s.shift) - s.rest) / sigma;
      energy += s.stiffness * stretch * stretch / 2;
    }
    return energy;
  }

  private boolean accepts(double difference) {
    return random.nextDouble() < Math.exp(-difference);
  }

  private void moveAtom(int atom) {
    double before = energy(ofAtom.get(atom));
    double[] old = Arrays.copyOfRange(fractional, 3 * atom, 3 * atom + 3);
    double[] step = new double[3];
    for (int i = 0; i < 3; i++) {
      step[i] = 0.8 * sigma * random.nextGaussian();
    }
    double[] move = lattice.toFractional(step);
    for (int i = 0; i < 3; i++) {
      fractional[3 * atom + i] += move[i];
    }
    if (!accepts(energy(ofAtom.get(atom)) - before)) {
      System.arraycopy(old, 0, fractional, 3 * atom, 3);
    }
  }

  private void moveCell() {
    Lattice old = lattice;
    double before = total();
    double[] strain = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int i = 0; i < 3; i++) {
      for (int j = i; j < 3; j++) {
        double e = 0.1 * sigma / Math.cbrt(lattice.volume()) * random.nextGaussian();
        strain[3 * i + j] += e;
        strain[3 * j + i] += i == j ? 0 : e;
      }
    }
    lattice = Lattice.ofRows(Lattice.ofRows(strain).toCartesian(old.rows()));
    if (!accepts(total() - before)) {
      lattice = old;
    }
  }

  private double total() {
    return ofAtom.stream().mapToDouble(this::energy).sum() / 2;
  }

  /** The atoms after some sweeps. */
  Crystal snapshot() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int atom = 0; atom < numbers.length; atom++) {
        moveAtom(atom);
      }
      for (int i = 0; i < 3; i++) {
        moveCell();
      }
    }
    return Crystal.of(lattice, numbers, fractional);
  }
}
