package org.laue.scan;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.laue.structure.Atoms;

/**
 * Common-neighbour analysis, the usual way to tell local structures and the one to compare with.
 *
 * <p>Each bond of an atom has a signature: how many neighbours its ends share, how many bonds these
 * have among them, and the longest chain of those (Honeycutt and Andersen, J. Phys. Chem. 91, 4950
 * (1987)). Twelve 421 are fcc; six 421 and six 422 are hcp; eight 666 and six 444 are bcc. The
 * cutoff of a bond is given, or follows the distances of each atom (adaptive, Stukowski, Model.
 * Simul. Mater. Sci. Eng. 20, 045021 (2012)); diamond is told by second neighbours (Maras et al.,
 * Comput. Phys. Commun. 205, 13 (2016)).
 */
public final class CommonNeighbours {
  private static final double MIDWAY = (1 + Math.sqrt(2)) / 2;

  /** Reach of the search for fourteen neighbours, in spacings. */
  private static final double REACH = 2.2;

  /** Reach of the neighbours that vote, in spacings. */
  private static final double VOTERS = 1.35;

  private static final int FCC_BOND = 421;
  private static final int HCP_BOND = 422;

  /** Atoms that a thread takes at once. */
  private static final int CHUNK = 64;

  private final AtomGrid grid;
  private final double spacing;
  private final int threads;

  /**
   * @param threads 0 for one per processor
   */
  public CommonNeighbours(Atoms atoms, int threads) {
    this.spacing = Spacing.of(atoms);
    this.grid = AtomGrid.of(atoms, 1.5 * spacing);
    this.threads = threads;
  }

  /** With a cutoff that suits a class at the density of the atoms: told what is looked for. */
  public LocalClass[] fixed(LocalClass expected) {
    double edge = spacing * Math.cbrt(expected == LocalClass.BCC ? 2 : 4);
    double cutoff = edge * (expected == LocalClass.BCC ? 1.207 : 0.854);
    return all(
        (shell, classes, place) -> {
          shell.gather(place, cutoff);
          classes[grid.atomAt(place)] = shell.classOf(shell.ball.count(), cutoff);
        });
  }

  /** With the cutoff of each atom's own neighbours. */
  public LocalClass[] adaptive() {
    return all(
        (shell, classes, place) -> {
          shell.gather(place, REACH * spacing);
          classes[grid.atomAt(place)] = shell.adaptive();
        });
  }

  /** Each atom's class replaced by the commonest among it and its neighbours. */
  public LocalClass[] majority(LocalClass[] classes) {
    return all(
        (shell, voted, place) -> {
          shell.gather(place, VOTERS * spacing);
          int[] votes = new int[LocalClass.values().length];
          int own = classes[grid.atomAt(place)].ordinal();
          votes[own]++;
          for (int i = 0; i < shell.ball.count(); i++) {
            votes[classes[shell.ball.atom(i)].ordinal()]++;
          }
          int best = own;
          for (int kind = 0; kind < votes.length; kind++) {
            best = votes[kind] > votes[best] ? kind : best;
          }
          voted[grid.atomAt(place)] = LocalClass.at(best);
        });
  }

  private interface Step {
    void at(Shell shell, LocalClass[] classes, int place);
  }

  private LocalClass[] all(Step step) {
    LocalClass[] classes = new LocalClass[grid.atomCount()];
    Supplier<IntConsumer> worker =
        () -> {
          Shell shell = new Shell();
          return place -> step.at(shell, classes, place);
        };
    Parallel.forEach(classes.length, CHUNK, threads, worker);
    return classes;
  }

  /** The neighbours of one atom, the nearest first where they were sorted. */
  private final class Shell {
    private final Ball ball = new Ball();
    private final double[] centre = new double[3];
    private final int[] bonds = new int[32];
    private double[] near = new double[0];
    private int[] order = new int[0];

    /** Collects the atoms within a distance, without the one in the middle. */
    void gather(int place, double radius) {
      grid.position(place, centre);
      grid.around(centre, radius, ball);
      boolean[] others = new boolean[ball.count()];
      for (int i = 0; i < others.length; i++) {
        others[i] = ball.squaredLength(i) > 0;
      }
      ball.keep(others);
    }

    LocalClass adaptive() {
      sort();
      LocalClass kind = LocalClass.UNKNOWN;
      if (order.length >= 12) {
        kind = classOf(12, MIDWAY * mean(0, 12));
      }
      if (kind == LocalClass.UNKNOWN && order.length >= 14) {
        double edge = (mean(0, 8) * 2 / Math.sqrt(3) * 8 + mean(8, 14) * 6) / 14;
        kind = classOf(14, MIDWAY * edge);
      }
      return kind == LocalClass.UNKNOWN ? diamond() : kind;
    }

    private void sort() {
      Integer[] indices = new Integer[ball.count()];
      Arrays.setAll(indices, i -> i);
      Arrays.sort(indices, (a, b) -> Double.compare(ball.squaredLength(a), ball.squaredLength(b)));
      order = Arrays.stream(indices).mapToInt(i -> i).toArray();
      near = new double[3 * order.length];
      for (int i = 0; i < order.length; i++) {
        System.arraycopy(ball.vectors(), 3 * order[i], near, 3 * i, 3);
      }
    }

    private double mean(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += Math.sqrt(ball.squaredLength(order[i]));
      }
      return sum / (to - from);
    }

    /** The four nearest atoms' other nearest atoms must be as in fcc or hcp around this one. */
    private LocalClass diamond() {
      if (order.length < 16) {
        return LocalClass.UNKNOWN;
      }
      double[] second = new double[36];
      int count = 0;
      for (int first = 0; first < 4; first++) {
        int[] three = threeNearest(first);
        for (int i : three) {
          System.arraycopy(near, 3 * i, second, 3 * count++, 3);
        }
      }
      double sum = 0;
      for (int i = 0; i < 12; i++) {
        sum += Math.sqrt(squared(second, i, second, -1));
      }
      LocalClass kind = classOf(second, 12, MIDWAY * sum / 12);
      return switch (kind) {
        case FCC -> LocalClass.DIAMOND;
        case HCP -> LocalClass.HEX_DIAMOND;
        default -> LocalClass.UNKNOWN;
      };
    }

    /** Atoms nearest to a neighbour, this one left out. */
    private int[] threeNearest(int neighbour) {
      int[] three = {-1, -1, -1};
      double[] best = {1e30, 1e30, 1e30};
      for (int i = 4; i < order.length; i++) {
        double squared = squared(near, i, near, neighbour);
        for (int rank = 0; rank < 3; rank++) {
          if (squared < best[rank]) {
            for (int k = 2; k > rank; k--) {
              best[k] = best[k - 1];
              three[k] = three[k - 1];
            }
            best[rank] = squared;
            three[rank] = i;
            break;
          }
        }
      }
      return three;
    }

    LocalClass classOf(int count, double cutoff) {
      return classOf(count == ball.count() ? ball.vectors() : near, count, cutoff);
    }

    private LocalClass classOf(double[] v, int count, double cutoff) {
      if (count != 12 && count != 14) {
        return LocalClass.UNKNOWN;
      }
      for (int i = 0; i < count; i++) {
        bonds[i] = 0;
        for (int j = 0; j < count; j++) {
          boolean bonded = j != i && squared(v, i, v, j) < cutoff * cutoff;
          bonds[i] |= bonded ? 1 << j : 0;
        }
      }
      int fcc = 0;
      int hcp = 0;
      int bcc6 = 0;
      int bcc4 = 0;
      for (int i = 0; i < count; i++) {
        int signature = signature(i);
        fcc += signature == FCC_BOND ? 1 : 0;
        hcp += signature == HCP_BOND ? 1 : 0;
        bcc6 += signature == 666 ? 1 : 0;
        bcc4 += signature == 444 ? 1 : 0;
      }
      if (count == 14) {
        return bcc6 == 8 && bcc4 == 6 ? LocalClass.BCC : LocalClass.UNKNOWN;
      }
      return fcc == 12
          ? LocalClass.FCC
          : fcc == 6 && hcp == 6 ? LocalClass.HCP : LocalClass.UNKNOWN;
    }

    /** Squared distance of two of the points; -1 stands for the atom in the middle. */
    private static double squared(double[] a, int i, double[] b, int j) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        double d = a[3 * i + k] - (j < 0 ? 0 : b[3 * j + k]);
        sum += d * d;
      }
      return sum;
    }

    /** Shared neighbours, bonds among them, longest chain of these, as three digits. */
    private int signature(int neighbour) {
      int common = bonds[neighbour];
      int ends = 0;
      int longest = 0;
      for (int rest = common; rest != 0; rest &= rest - 1) {
        ends += Integer.bitCount(bonds[Integer.numberOfTrailingZeros(rest)] & common);
      }
      for (int rest = common; rest != 0; ) {
        int piece = piece(Integer.lowestOneBit(rest), common);
        longest = Math.max(longest, bondsWithin(piece));
        rest &= ~piece;
      }
      return 100 * Integer.bitCount(common) + 10 * (ends / 2) + longest;
    }

    private int piece(int start, int allowed) {
      int piece = start;
      for (int last = 0; last != piece; ) {
        last = piece;
        for (int rest = piece; rest != 0; rest &= rest - 1) {
          piece |= bonds[Integer.numberOfTrailingZeros(rest)] & allowed;
        }
      }
      return piece;
    }

    private int bondsWithin(int piece) {
      int ends = 0;
      for (int rest = piece; rest != 0; rest &= rest - 1) {
        ends += Integer.bitCount(bonds[Integer.numberOfTrailingZeros(rest)] & piece);
      }
      return ends / 2;
    }
  }
}
