package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.laue.structure.Atoms;

/**
 * Which element each site of the parent carries. Sites whose compositions differ by chance only are
 * one chemical class; the class carries its most frequent element, of equally frequent ones the
 * lightest. So a random alloy has one species, an ordered compound with antisites keeps its order.
 */
final class SiteSpecies {
  /** Half the sum of absolute differences of two compositions that makes two classes. */
  private static final double DIFFERENT = 0.5;

  private final int[] elements;
  private final int[][] counts;

  SiteSpecies(Atoms crystal, FoldedSites sites) {
    elements = Arrays.stream(crystal.atomicNumbers()).distinct().sorted().toArray();
    counts = new int[sites.siteCount()][elements.length];
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      if (sites.siteOf[atom] >= 0) {
        int element = Arrays.binarySearch(elements, crystal.atomicNumber(atom));
        counts[sites.siteOf[atom]][element]++;
      }
    }
  }

  /** Atomic number of each site. */
  int[] atomicNumbers() {
    int[] classOf = classes();
    Map<Integer, int[]> totals = new TreeMap<>();
    for (int s = 0; s < counts.length; s++) {
      int[] total = totals.computeIfAbsent(classOf[s], c -> new int[elements.length]);
      Arrays.setAll(total, add(total, counts[s]));
    }
    return Arrays.stream(classOf).map(c -> elements[largest(totals.get(c))]).toArray();
  }

  private static IntUnaryOperator add(int[] total, int[] more) {
    return i -> total[i] + more[i];
  }

  private static int largest(int[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Single linkage: the class of a site is the lowest site it is linked with. */
  private int[] classes() {
    int[] classOf = new int[counts.length];
    for (int s = 0; s < counts.length; s++) {
      classOf[s] = s;
      for (int t = 0; t < s; t++) {
        if (classOf[t] != classOf[s] && distance(counts[s], counts[t]) < DIFFERENT) {
          join(classOf, s, classOf[s], classOf[t]);
        }
      }
    }
    return classOf;
  }

  private static void join(int[] classOf, int last, int one, int other) {
    int lower = Math.min(one, other);
    int upper = Math.max(one, other);
    for (int s = 0; s <= last; s++) {
      classOf[s] = classOf[s] == upper ? lower : classOf[s];
    }
  }

  private static double distance(int[] p, int[] q) {
    double pTotal = Math.max(1, Arrays.stream(p).sum());
    double qTotal = Math.max(1, Arrays.stream(q).sum());
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.abs(p[i] / pTotal - q[i] / qTotal);
    }
    return sum / 2;
  }
}
