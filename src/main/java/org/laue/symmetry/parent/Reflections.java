package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.laue.StableRandom;
import org.laue.StoppedException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Reflections of a periodic crystal out to a resolution, by direct summation over at most {@value
 * #MAX_ATOMS} of its atoms. Of a pair h, -h one is listed.
 *
 * <p>A sample of the atoms is a crystal with vacancies: Bragg peaks keep growing with the square of
 * the number of atoms, the diffuse rest with the number.
 */
final class Reflections {
  private static final int MAX_ATOMS = 500;

  /** Reflections for each atom of the crystal: those of any chemical bond length fit in. */
  private static final int PER_ATOM = 64;

  /** Reflections in all, half a second of one core. */
  private static final int MOST = 400_000;

  private final Lattice lattice;
  private final double resolution;
  private final int[] speciesEnds;
  private final double[] fractional;
  private final int count;

  /** exp(2 pi i h_1 x_1 + 2 pi i h_2 x_2 ...) of each atom on the way down the three loops. */
  private final double[] real;

  private final double[] imaginary;
  private final double[] stepReal;
  private final double[] stepImaginary;

  /**
   * @param crystal in a reduced basis, so that the loops over h stay short
   * @param resolution largest |q| in 1/angstrom (no factor 2 pi), lowered where it holds more
   *     reflections than the atoms can fill: atoms that nearly touch, a huge empty cell
   */
  private Reflections(Crystal crystal, double resolution) {
    this.lattice = crystal.lattice();
    this.resolution = Math.min(resolution, affordable(crystal));
    int[] order = sampleBySpecies(crystal);
    this.count = order.length;
    this.fractional = new double[3 * count];
    for (int i = 0; i < count; i++) {
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional(order[i], axis);
      }
    }
    this.speciesEnds =
        IntStream.rangeClosed(1, count)
            .filter(
                i ->
                    i == count
                        || crystal.atomicNumber(order[i]) != crystal.atomicNumber(order[i - 1]))
            .toArray();
    this.real = new double[count];
    this.imaginary = new double[count];
    this.stepReal = new double[count];
    this.stepImaginary = new double[count];
    for (int i = 0; i < count; i++) {
      stepReal[i] = Math.cos(2 * Math.PI * fractional[3 * i + 2]);
      stepImaginary[i] = Math.sin(2 * Math.PI * fractional[3 * i + 2]);
    }
  }

  /** Strongest first, h = 0 left out. */
  static List<Reflection> strongestFirst(Crystal reduced, double resolution) {
    List<Reflection> list = new Reflections(reduced, resolution).list();
    list.sort(Comparator.comparingDouble(Reflection::intensity).reversed());
    return list;
  }

  /** Radius of half a sphere in reciprocal space with as many lattice points as are allowed. */
  private static double affordable(Crystal crystal) {
    double most = Math.min(MOST, PER_ATOM * (crystal.atomCount() + 16.0));
    return Math.cbrt(most / (2 * Math.PI / 3 * crystal.lattice().volume()));
  }

  private static int[] sampleBySpecies(Crystal crystal) {
    int[] atoms = IntStream.range(0, crystal.atomCount()).toArray();
    StableRandom random = new StableRandom(crystal.atomCount());
    for (int i = 0; i < Math.min(MAX_ATOMS, atoms.length); i++) {
      int other = i + random.nextInt(atoms.length - i);
      int swap = atoms[i];
      atoms[i] = atoms[other];
      atoms[other] = swap;
    }
    return IntStream.of(atoms)
        .limit(MAX_ATOMS)
        .boxed()
        .sorted(Comparator.comparingInt(crystal::atomicNumber))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Reflection> list() {
    List<Reflection> found = new ArrayList<>();
    double[] lengths = lattice.lengths();
    int hMax = (int) Math.floor(resolution * lengths[0]);
    int kMax = (int) Math.floor(resolution * lengths[1]);
    for (int h = 0; h <= hMax; h++) {
      StoppedException.ifInterrupted();
      for (int k = h == 0 ? 0 : -kMax; k <= kMax; k++) {
        addRow(h, k, found);
      }
    }
    return found;
  }

  /** All l of one (h, k) within the sphere: a quadratic in l. */
  private void addRow(int h, int k, List<Reflection> found) {
    double[] inverse = lattice.inverseRows();
    double cc = 0;
    double cr = 0;
    double rr = 0;
    for (int i = 0; i < 3; i++) {
      double rest = h * inverse[3 * i] + k * inverse[3 * i + 1];
      double c = inverse[3 * i + 2];
      cc += c * c;
      cr += c * rest;
      rr += rest * rest;
    }
    double discriminant = cr * cr - cc * (rr - resolution * resolution);
    if (discriminant < 0) {
      return;
    }
    double root = Math.sqrt(discriminant);
    int first = (int) Math.ceil((-cr - root) / cc);
    int last = (int) Math.floor((-cr + root) / cc);
    if (h == 0 && k == 0) {
      first = 1;
    }
    if (first <= last) {
      start(h, k, first);
    }
    for (int l = first; l <= last; l++) {
      found.add(new Reflection(h, k, l, intensity()));
      step();
    }
  }

  private void start(int h, int k, int l) {
    for (int i = 0; i < count; i++) {
      double phase =
          2
              * Math.PI
              * (h * fractional[3 * i] + k * fractional[3 * i + 1] + l * fractional[3 * i + 2]);
      real[i] = Math.cos(phase);
      imaginary[i] = Math.sin(phase);
    }
  }

  private void step() {
    for (int i = 0; i < count; i++) {
      double re = real[i] * stepReal[i] - imaginary[i] * stepImaginary[i];
      imaginary[i] = real[i] * stepImaginary[i] + imaginary[i] * stepReal[i];
      real[i] = re;
    }
  }

  private double intensity() {
    double sum = 0;
    int from = 0;
    for (int end : speciesEnds) {
      double re = 0;
      double im = 0;
      for (int i = from; i < end; i++) {
        re += real[i];
        im += imaginary[i];
      }
      sum += re * re + im * im;
      from = end;
    }
    return sum;
  }
}
