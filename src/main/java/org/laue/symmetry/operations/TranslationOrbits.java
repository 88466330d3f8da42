package org.laue.symmetry.operations;

import java.util.Arrays;
import java.util.List;
import org.laue.structure.Lattice;

/** Which atoms are copies of each other under the translations of a primitive lattice. */
final class TranslationOrbits {
  private static final double INCREASE = 2;
  private static final double REDUCE = 0.95;
  private static final int ATTEMPTS = 100;

  private TranslationOrbits() {}

  /**
   * Number of the orbit of each atom, in the order of their first atoms, or null if the orbits are
   * not all as large as the group.
   *
   * @param permutations of the atoms by translations that generate the group
   */
  static int[] of(List<int[]> permutations, int atomCount, int groupSize) {
    int[] root = new int[atomCount];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    permutations.forEach(permutation -> join(root, permutation));
    for (int i = 0; i < root.length; i++) {
      root[i] = find(root, i);
    }
    return number(root, groupSize);
  }

  /**
   * The same for a lattice that fits the atoms badly: atoms are copies if they overlap within a
   * tolerance, which is doubled while some atom has too few copies and lowered while one has too
   * many, as Spglib does.
   *
   * @param positions of the atoms in the primitive {@code lattice}
   */
  static int[] byOverlap(
      Lattice lattice,
      double[] positions,
      int[] species,
      int groupSize,
      double symprec,
      SearchBudget budget) {
    int[] first = new int[species.length];
    double tolerance = symprec;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int excess = overlaps(lattice, positions, species, groupSize, tolerance, first, budget);
      if (excess == 0) {
        return number(first, groupSize);
      }
      tolerance *= excess < 0 ? INCREASE : REDUCE;
    }
    return null;
  }

  /** Sign of (copies of the first unfit atom - group size); zero if all atoms fit. */
  private static int overlaps(
      Lattice lattice,
      double[] positions,
      int[] species,
      int groupSize,
      double tolerance,
      int[] first,
      SearchBudget budget) {
    double[] rows = lattice.rows();
    for (int i = 0; i < species.length; i++) {
      budget.spend(species.length);
      int copies = 0;
      first[i] = -1;
      for (int j = 0; j < species.length; j++) {
        if (species[i] == species[j] && overlap(rows, positions, i, j) < tolerance * tolerance) {
          copies++;
          if (first[i] < 0) {
            first[i] = j;
          }
        }
      }
      if (copies != groupSize) {
        return copies - groupSize;
      }
    }
    return 0;
  }

  private static double overlap(double[] rows, double[] positions, int i, int j) {
    double u = positions[3 * i] - positions[3 * j];
    double v = positions[3 * i + 1] - positions[3 * j + 1];
    double w = positions[3 * i + 2] - positions[3 * j + 2];
    u -= Math.rint(u);
    v -= Math.rint(v);
    w -= Math.rint(w);
    double x = u * rows[0] + v * rows[3] + w * rows[6];
    double y = u * rows[1] + v * rows[4] + w * rows[7];
    double z = u * rows[2] + v * rows[5] + w * rows[8];
    return x * x + y * y + z * z;
  }

  private static void join(int[] root, int[] permutation) {
    for (int atom = 0; atom < permutation.length; atom++) {
      if (permutation[atom] >= 0) {
        int p = find(root, atom);
        int q = find(root, permutation[atom]);
        root[Math.max(p, q)] = Math.min(p, q);
      }
    }
  }

  private static int find(int[] root, int atom) {
    int at = atom;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static int[] number(int[] first, int groupSize) {
    int[] orbit = new int[first.length];
    int[] members = new int[first.length];
    int count = 0;
    for (int atom = 0; atom < first.length; atom++) {
      orbit[atom] = first[atom] == atom ? count++ : orbit[first[atom]];
      members[orbit[atom]]++;
    }
    boolean equal = Arrays.stream(members, 0, count).allMatch(size -> size == groupSize);
    return equal ? orbit : null;
  }
}
