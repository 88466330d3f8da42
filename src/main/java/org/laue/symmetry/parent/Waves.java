package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.laue.StoppedException;
import org.laue.structure.Crystal;

/**
 * What the sites of a folded crystal average away, as waves: for every wave vector that the
 * supercell has within the parent's reciprocal cell the power of the displacements and that of the
 * occupation. Chance spreads both over all waves; of a superstructure a few stand out.
 */
final class Waves {
  /** Products of atoms and wave vectors that are summed, a third of a second. */
  private static final long MOST = 40_000_000;

  /** Waves that are tried together as generators of a superstructure. */
  private static final int GENERATORS = 3;

  /** Nats by which a superstructure must explain the waves better than chance. */
  private static final double EVIDENCE = 5;

  /** More of them where the cell has one site: a lone soft mode can be most of its wave. */
  private static final double SOFT_MODE = 20;

  /** One wave vector in terms of the supercell, with its powers relative to their means. */
  private record Wave(int[] vector, double displacement, double occupation) {
    double strongest() {
      return Math.max(displacement, occupation);
    }
  }

  private final IntegerSublattice parent;
  private final int[] divisors;
  private final int siteCount;

  /** Displacements [3 N], Cartesian. */
  private final double[] displacements;

  /** Places of the sites of the atoms, fractional in the supercell [3 N]; strays are left out. */
  private final double[] places;

  /** End of each run of atoms with equal site and element. */
  private final int[] ends;

  /** Site of the atoms of each such run. */
  private final int[] siteOfRun;

  /** Power of displacements that are none, square angstrom. */
  private final double floor;

  private final double[] real;
  private final double[] imaginary;
  private final double[] stepReal;
  private final double[] stepImaginary;

  private Waves(Crystal crystal, FoldedSites sites, IntegerSublattice parent, double blur) {
    this.parent = parent;
    this.divisors = parent.divisors();
    this.siteCount = sites.siteCount();
    int[] order =
        IntStream.range(0, crystal.atomCount())
            .filter(atom -> sites.siteOf[atom] >= 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(atom -> sites.siteOf[atom])
                    .thenComparingInt(crystal::atomicNumber))
            .mapToInt(Integer::intValue)
            .toArray();
    int count = order.length;
    double[] all = sites.displacements();
    double[] offsets = crystal.lattice().toFractional(all);
    this.displacements = new double[3 * count];
    this.places = new double[3 * count];
    for (int i = 0; i < 3 * count; i++) {
      int at = 3 * order[i / 3] + i % 3;
      displacements[i] = all[at];
      places[i] = crystal.fractional(order[i / 3], i % 3) - offsets[at];
    }
    this.ends =
        IntStream.rangeClosed(1, count)
            .filter(i -> i == count || differ(crystal, sites, order[i], order[i - 1]))
            .toArray();
    this.siteOfRun = Arrays.stream(ends).map(end -> sites.siteOf[order[end - 1]]).toArray();
    this.floor = 3 * count * blur * blur;
    this.real = new double[count];
    this.imaginary = new double[count];
    this.stepReal = new double[count];
    this.stepImaginary = new double[count];
    for (int i = 0; i < count; i++) {
      stepReal[i] = Math.cos(2 * Math.PI * places[3 * i + 2]);
      stepImaginary[i] = Math.sin(2 * Math.PI * places[3 * i + 2]);
    }
  }

  private static boolean differ(Crystal crystal, FoldedSites sites, int atom, int other) {
    return sites.siteOf[atom] != sites.siteOf[other]
        || crystal.atomicNumber(atom) != crystal.atomicNumber(other);
  }

  /**
   * The reciprocal lattice of the superstructure that stands out most, or null where none does.
   *
   * @param parent reciprocal lattice of the sites in terms of the supercell's
   * @param minCells cells that the supercell must still have
   * @param blur displacements in angstrom, rms per component, that files round away
   */
  static IntegerSublattice superstructure(
      Crystal crystal, FoldedSites sites, IntegerSublattice parent, int minCells, double blur) {
    long work = parent.index() * crystal.atomCount();
    if (parent.index() < 2L * minCells || work > MOST) {
      return null;
    }
    return new Waves(crystal, sites, parent, blur).outstanding(minCells);
  }

  private IntegerSublattice outstanding(int minCells) {
    List<Wave> waves = all();
    List<Wave> strongest =
        waves.stream()
            .sorted(Comparator.comparingDouble(Wave::strongest).reversed())
            .limit(2L * GENERATORS)
            .toList();
    IntegerSublattice accepted = parent;
    IntegerSublattice closed = parent.copy();
    for (Wave wave : strongest) {
      int[] v = wave.vector();
      closed.add(v[0], v[1], v[2]);
      if (closed.index() < minCells) {
        break;
      }
      if (evidence(waves, accepted, closed) > EVIDENCE + SOFT_MODE / siteCount) {
        accepted = closed.copy();
      }
    }
    return accepted == parent ? null : accepted;
  }

  /**
   * Logarithm of the odds between waves of a strength of their own and waves as strong as the
   * strongest outside: for a power F times that of chance with d degrees of freedom d/2 (F - 1 - ln
   * F). Over the waves that a lattice has beyond a smaller one.
   */
  private double evidence(List<Wave> waves, IntegerSublattice known, IntegerSublattice closed) {
    double displacement = 1e-300;
    double occupation = 1e-300;
    for (Wave wave : waves) {
      if (!closed.contains(wave.vector())) {
        displacement = Math.max(displacement, wave.displacement());
        occupation = Math.max(occupation, wave.occupation());
      }
    }
    double sum = 0;
    for (Wave wave : waves) {
      if (closed.contains(wave.vector()) && !known.contains(wave.vector())) {
        sum += 3 * excess(wave.displacement() / displacement);
        sum += excess(wave.occupation() / occupation);
      }
    }
    return siteCount * sum / 2;
  }

  private static double excess(double ratio) {
    return ratio > 1 ? ratio - 1 - Math.log(ratio) : 0;
  }

  /** All waves but the one of infinite length. */
  private List<Wave> all() {
    Map<Integer, double[]> powers = new TreeMap<>();
    for (int h = 0; h < divisors[0]; h++) {
      for (int k = 0; k < divisors[1]; k++) {
        StoppedException.ifInterrupted();
        start(h, k);
        for (int l = 0; l < divisors[2]; l++) {
          powers.put((h * divisors[1] + k) * divisors[2] + l, power());
          step();
        }
      }
    }
    powers.remove(0);
    double[] means = new double[2];
    powers.values().forEach(power -> add(means, power, 1.0 / powers.size()));
    return powers.entrySet().stream().map(e -> wave(e.getKey(), e.getValue(), means)).toList();
  }

  private static void add(double[] sum, double[] term, double weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * term[i];
    }
  }

  private Wave wave(int index, double[] power, double[] means) {
    int[] vector = {
      index / divisors[2] / divisors[1], index / divisors[2] % divisors[1], index % divisors[2]
    };
    return new Wave(vector, ratio(power[0], means[0]), ratio(power[1], means[1]));
  }

  private static double ratio(double power, double mean) {
    return mean > 0 ? power / mean : 0;
  }

  private void start(int h, int k) {
    for (int i = 0; i < real.length; i++) {
      double phase = 2 * Math.PI * (h * places[3 * i] + k * places[3 * i + 1]);
      real[i] = Math.cos(phase);
      imaginary[i] = Math.sin(phase);
    }
  }

  private void step() {
    for (int i = 0; i < real.length; i++) {
      double c = stepReal[i];
      double s = stepImaginary[i];
      double re = real[i] * c - imaginary[i] * s;
      imaginary[i] = real[i] * s + imaginary[i] * c;
      real[i] = re;
    }
  }

  /**
   * Power of the displacements, summed over sites, and of the occupation over their elements, each
   * with a floor: one atom for the occupation.
   */
  private double[] power() {
    double[] power = {floor, 1};
    double[] wave = new double[6];
    int i = 0;
    for (int run = 0; run < ends.length; run++) {
      double re = 0;
      double im = 0;
      for (; i < ends[run]; i++) {
        double c = real[i];
        double s = imaginary[i];
        re += c;
        im += s;
        for (int axis = 0; axis < 3; axis++) {
          wave[axis] += c * displacements[3 * i + axis];
          wave[3 + axis] += s * displacements[3 * i + axis];
        }
      }
      power[1] += re * re + im * im;
      if (run == ends.length - 1 || siteOfRun[run + 1] != siteOfRun[run]) {
        power[0] += Arrays.stream(wave).map(x -> x * x).sum();
        Arrays.fill(wave, 0);
      }
    }
    return power;
  }
}
