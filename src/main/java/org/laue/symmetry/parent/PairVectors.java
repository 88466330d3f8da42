package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.laue.StoppedException;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Matrix3;
import org.laue.structure.Neighbours;

/**
 * The vectors between like atoms of a cluster, up to a reach, and where they crowd together: a
 * translation of the lattice joins every atom with another one, so that its vectors form the
 * fullest heaps.
 */
final class PairVectors {
  /** Radius of the window of the mean shift, in bond lengths. */
  private static final double WINDOW = 0.2;

  /** Vectors this near to a mode are counted for it, in bond lengths. */
  private static final double COUNTED = 0.26;

  /** Modes nearer than this to each other are one, in bond lengths. */
  private static final double SAME = 0.25;

  /** Atoms whose vectors are the seeds. */
  private static final int SEEDS = 12;

  private static final int STEPS = 15;
  private static final double STILL = 0.003;

  /**
   * A heap of vectors.
   *
   * @param vector its middle, angstrom [3]
   * @param share of the atoms that a vector of the heap joins with another atom, corrected for
   *     those whose partner would lie outside the cluster
   */
  record Mode(double[] vector, double share) {
    double length() {
      return Math.sqrt(Matrix3.dot(vector, vector));
    }
  }

  private final Atoms atoms;
  private final double bond;
  private final double reach;
  private final double window;
  private final int bins;
  private final int[] start;
  private final double[] vectors;
  private final Shape shape;

  /**
   * @param reach length of the longest vector, angstrom
   */
  PairVectors(Cluster atoms, double bond, double reach) {
    this.atoms = atoms;
    this.bond = bond;
    this.reach = reach;
    this.window = WINDOW * bond;
    this.shape = new Shape(atoms.cartesian());
    this.bins = 2 * (int) Math.ceil(reach / window) + 5;
    double[] all = vectors(Neighbours.within(atoms, reach));
    this.start = new int[bins * bins * bins + 1];
    for (int i = 0; i < all.length; i += 3) {
      start[bin(all, i) + 1]++;
    }
    for (int bin = 1; bin < start.length; bin++) {
      start[bin] += start[bin - 1];
    }
    this.vectors = new double[all.length];
    int[] next = start.clone();
    for (int i = 0; i < all.length; i += 3) {
      System.arraycopy(all, i, vectors, 3 * next[bin(all, i)]++, 3);
    }
  }

  private double[] vectors(Neighbours neighbours) {
    double[][] found = {new double[3 * 64 * atoms.atomCount()]};
    int[] count = {0};
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      int own = atoms.atomicNumber(atom);
      neighbours.forEach(
          atom,
          (other, dx, dy, dz, distance) -> {
            if (atoms.atomicNumber(other) == own) {
              if (count[0] + 3 > found[0].length) {
                found[0] = Arrays.copyOf(found[0], 2 * found[0].length);
              }
              found[0][count[0]++] = dx;
              found[0][count[0]++] = dy;
              found[0][count[0]++] = dz;
            }
          });
    }
    return Arrays.copyOf(found[0], count[0]);
  }

  private int bin(double[] v, int offset) {
    return (index(v[offset]) * bins + index(v[offset + 1])) * bins + index(v[offset + 2]);
  }

  private int index(double x) {
    return (int) Math.floor(x / window) + bins / 2;
  }

  /** The heaps on one side of the origin, fullest first. */
  List<Mode> modes() {
    Neighbours neighbours = Neighbours.within(atoms, reach - COUNTED * bond);
    List<Mode> modes = new ArrayList<>();
    for (int atom : central()) {
      StoppedException.ifInterrupted();
      int own = atoms.atomicNumber(atom);
      neighbours.forEach(
          atom,
          (other, dx, dy, dz, distance) -> {
            if (atoms.atomicNumber(other) == own && distance > SAME * bond) {
              climb(upper(new double[] {dx, dy, dz}), modes);
            }
          });
    }
    modes.sort(Comparator.comparingDouble(Mode::share).reversed());
    return modes;
  }

  /** The atoms nearest to the middle of the cluster. */
  private int[] central() {
    double[] x = atoms.cartesian();
    return IntStream.range(0, atoms.atomCount())
        .boxed()
        .sorted(Comparator.comparingDouble(atom -> shape.fromMiddle(x, atom)))
        .limit(SEEDS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] upper(double[] v) {
    boolean down = v[2] < 0 || (v[2] == 0 && (v[1] < 0 || (v[1] == 0 && v[0] < 0)));
    return down ? new double[] {-v[0], -v[1], -v[2]} : v;
  }

  private void climb(double[] seed, List<Mode> modes) {
    if (isKnown(seed, modes)) {
      return;
    }
    double[] at = seed.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] mean = new double[3];
      int count = near(at, window, mean);
      double moved = 0;
      for (int i = 0; i < 3; i++) {
        double next = count == 0 ? at[i] : mean[i] / count;
        moved += (next - at[i]) * (next - at[i]);
        at[i] = next;
      }
      if (moved < STILL * STILL * bond * bond) {
        break;
      }
    }
    double[] middle = upper(at);
    if (!isKnown(middle, modes)) {
      double overlap = shape.overlap(middle);
      double share = near(middle, COUNTED * bond, new double[3]) / (atoms.atomCount() * overlap);
      modes.add(new Mode(middle, share));
    }
  }

  private boolean isKnown(double[] v, List<Mode> modes) {
    double limit = SAME * bond * SAME * bond;
    for (Mode mode : modes) {
      double[] m = mode.vector();
      double same = 0;
      double opposite = 0;
      for (int i = 0; i < 3; i++) {
        same += (v[i] - m[i]) * (v[i] - m[i]);
        opposite += (v[i] + m[i]) * (v[i] + m[i]);
      }
      if (Math.min(same, opposite) < limit) {
        return true;
      }
    }
    return false;
  }

  /** How many vectors are within a radius of a point; their sum is added to {@code sum}. */
  private int near(double[] at, double radius, double[] sum) {
    int span = (int) Math.ceil(radius / window);
    int count = 0;
    int[] middle = {index(at[0]), index(at[1]), index(at[2])};
    for (int i = low(middle[0], span); i <= high(middle[0], span); i++) {
      for (int j = low(middle[1], span); j <= high(middle[1], span); j++) {
        for (int k = low(middle[2], span); k <= high(middle[2], span); k++) {
          int bin = (i * bins + j) * bins + k;
          for (int v = 3 * start[bin]; v < 3 * start[bin + 1]; v += 3) {
            double dx = vectors[v] - at[0];
            double dy = vectors[v + 1] - at[1];
            double dz = vectors[v + 2] - at[2];
            if (dx * dx + dy * dy + dz * dz < radius * radius) {
              sum[0] += vectors[v];
              sum[1] += vectors[v + 1];
              sum[2] += vectors[v + 2];
              count++;
            }
          }
        }
      }
    }
    return count;
  }

  private static int low(int index, int span) {
    return Math.max(0, index - span);
  }

  private int high(int index, int span) {
    return Math.min(bins - 1, index + span);
  }
}
