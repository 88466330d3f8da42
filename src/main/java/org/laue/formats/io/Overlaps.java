package org.laue.formats.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.laue.UserException;
import org.laue.structure.Box;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/**
 * Finds two atoms on one place: closer than {@link #MIN_DISTANCE}, which is far below any bond (0.7
 * angstrom) and any error of refinement, but above what rounding to four decimals leaves between
 * two copies of one atom. They are an atom listed twice or alternatives of a disordered site.
 *
 * <p>Atoms are put one by one into hashed boxes and compared with those already in the boxes
 * around, so the cost is linear in their number: boxes cannot fill up before two atoms meet.
 */
public final class Overlaps {
  static final double MIN_DISTANCE = 0.01;

  /** Smallest distance between opposite faces of a cell, angstrom. */
  private static final double MIN_HEIGHT = 0.02;

  private static final double BOX = 0.25;
  private static final int MAX_BOXES = 1 << 20;

  private final double[] rows;
  private final double[] wrapped;
  private final double[] reach = new double[3];
  private final int[] boxes = new int[3];
  private final long[] keys;
  private final int[] heads;
  private final int[] following;
  private final double within;
  private double distance;

  private Overlaps(Lattice lattice, double[] fractional) {
    this(lattice, fractional, MIN_DISTANCE);
  }

  private Overlaps(Lattice lattice, double[] fractional, double within) {
    this.within = within;
    rows = lattice.rows();
    wrapped = fractional;
    double[] heights = lattice.heights();
    for (int axis = 0; axis < 3; axis++) {
      reach[axis] = within / heights[axis];
      boxes[axis] = (int) Math.max(1, Math.min(MAX_BOXES, heights[axis] / BOX));
    }
    for (int i = 0; i < wrapped.length; i++) {
      double inside = wrapped[i] - Math.floor(wrapped[i]);
      wrapped[i] = inside < 1 ? inside : 0;
    }
    int atoms = fractional.length / 3;
    int size = Math.max(16, Integer.highestOneBit(atoms) * 4);
    keys = new long[size];
    Arrays.fill(keys, -1);
    heads = new int[size];
    following = new int[atoms];
  }

  /**
   * @param names of atoms (counted from 0), for the message
   * @throws UserException if two atoms, or an atom and its own image, are on one place
   */
  static void check(Crystal crystal, IntFunction<String> names) {
    checkCell(crystal.lattice());
    Overlaps overlaps = new Overlaps(crystal.lattice(), crystal.fractional());
    int[] pair = overlaps.find();
    if (pair != null) {
      throw overlaps.met(pair, crystal.atomicNumbers(), names);
    }
  }

  static void check(Cluster cluster) {
    double[] positions = cluster.cartesian();
    Overlaps overlaps = new Overlaps(boxAround(positions), positions);
    int[] pair = overlaps.find();
    if (pair != null) {
      throw overlaps.met(pair, cluster.atomicNumbers(), i -> Integer.toString(i + 1));
    }
  }

  /** Whether two atoms are closer than {@code within} angstrom, which must not exceed a box. */
  public static boolean anyWithin(Crystal crystal, double within) {
    return !flat(crystal.lattice())
        && new Overlaps(crystal.lattice(), crystal.fractional(), within).find() != null;
  }

  static boolean any(Crystal crystal) {
    if (flat(crystal.lattice())) {
      return true;
    }
    return new Overlaps(crystal.lattice(), crystal.fractional()).find() != null;
  }

  private static void checkCell(Lattice lattice) {
    if (flat(lattice)) {
      throw new UserException(
          "Cell is no crystal's: vectors of "
              + Arrays.toString(lattice.lengths())
              + " A, faces "
              + Arrays.toString(lattice.heights())
              + " A apart; check its units and vectors");
    }
  }

  private static boolean flat(Lattice lattice) {
    return Arrays.stream(lattice.heights()).min().orElse(0) < MIN_HEIGHT
        || Arrays.stream(lattice.lengths()).max().orElse(0) > Numbers.LARGEST;
  }

  /** A right-angled box with room between the images; shifts and scales {@code positions} to it. */
  private static Lattice boxAround(double[] positions) {
    Box box = Box.around(positions);
    double[] edges = box.edges();
    for (int axis = 0; axis < 3; axis++) {
      edges[axis] += 1;
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (positions[i] - box.low()[i % 3]) / edges[i % 3];
    }
    return Lattice.ofRows(edges[0], 0, 0, 0, edges[1], 0, 0, 0, edges[2]);
  }

  private UserException met(int[] pair, int[] numbers, IntFunction<String> names) {
    String first =
        "Atom " + names.apply(pair[0]) + " (" + Element.of(numbers[pair[0]]).symbol() + ")";
    String second = names.apply(pair[1]) + " (" + Element.of(numbers[pair[1]]).symbol() + ")";
    return new UserException(
        (pair[0] == pair[1]
                ? first + " and its own periodic image are on one place: "
                : first + " and atom " + second + " are on one place: ")
            + String.format(Locale.ROOT, "%.4f", distance)
            + " A apart; remove one, or mend cell and positions");
  }

  /** Two atoms on one place, or null. */
  private int[] find() {
    if (meets(0, 0)) {
      return new int[] {0, 0};
    }
    for (int atom = 0; atom < following.length; atom++) {
      int other = findAround(atom);
      if (other >= 0) {
        return new int[] {other, atom};
      }
      insert(atom);
    }
    return null;
  }

  private int findAround(int atom) {
    for (int i = first(0); i <= last(0); i++) {
      for (int j = first(1); j <= last(1); j++) {
        for (int k = first(2); k <= last(2); k++) {
          int slot = slot(key(around(atom, 0, i), around(atom, 1, j), around(atom, 2, k)));
          for (int other = keys[slot] < 0 ? -1 : heads[slot];
              other >= 0;
              other = following[other]) {
            if (meets(atom, other)) {
              return other;
            }
          }
        }
      }
    }
    return -1;
  }

  private int first(int axis) {
    return boxes[axis] < 3 ? 0 : -1;
  }

  private int last(int axis) {
    return boxes[axis] < 3 ? boxes[axis] - 1 : 1;
  }

  private int around(int atom, int axis, int step) {
    return Math.floorMod((int) (wrapped[3 * atom + axis] * boxes[axis]) + step, boxes[axis]);
  }

  private void insert(int atom) {
    long key = key(around(atom, 0, 0), around(atom, 1, 0), around(atom, 2, 0));
    int slot = slot(key);
    following[atom] = keys[slot] < 0 ? -1 : heads[slot];
    keys[slot] = key;
    heads[slot] = atom;
  }

  private long key(int i, int j, int k) {
    return ((long) i * boxes[1] + j) * boxes[2] + k;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether any image of one atom lies on the other (on itself: any other image). */
  private boolean meets(int a, int b) {
    double x = wrapped[3 * a] - wrapped[3 * b];
    double y = wrapped[3 * a + 1] - wrapped[3 * b + 1];
    double z = wrapped[3 * a + 2] - wrapped[3 * b + 2];
    for (double i = Math.ceil(x - reach[0]); i <= x + reach[0]; i++) {
      for (double j = Math.ceil(y - reach[1]); j <= y + reach[1]; j++) {
        for (double k = Math.ceil(z - reach[2]); k <= z + reach[2]; k++) {
          boolean itself = a == b && i == 0 && j == 0 && k == 0;
          if (!itself && length(x - i, y - j, z - k) < within) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private double length(double u, double v, double w) {
    double x = u * rows[0] + v * rows[3] + w * rows[6];
    double y = u * rows[1] + v * rows[4] + w * rows[7];
    double z = u * rows[2] + v * rows[5] + w * rows[8];
    distance = Math.sqrt(x * x + y * y + z * z);
    return distance;
  }
}
