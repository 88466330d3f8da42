package org.laue.symmetry;

import java.util.Arrays;
import org.laue.structure.Lattice;

/** Which atoms are copies of each other under the pure translations. */
final class TranslationOrbits {
  private TranslationOrbits() {}

  /**
   * Number of the orbit of each atom, in the order of their first atoms, or null if the orbits are
   * not all as large as the group.
   *
   * @param positions of the atoms in the primitive {@code lattice}, not wrapped
   */
  static int[] of(
      double[] positions, PureTranslations.Found found, Lattice lattice, PeriodicAtoms atoms) {
    int[] root = new int[atoms.count()];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    for (int g = 0; g < found.generators.size(); g++) {
      if (spansLattice(found, g, positions, atoms)) {
        join(root, found.permutations.get(g));
      }
    }
    return number(root, found.size());
  }

  /** Without closure a translation may be left out of the lattice that was chosen. */
  private static boolean spansLattice(
      PureTranslations.Found found, int g, double[] positions, PeriodicAtoms atoms) {
    int atom = found.generators.get(g);
    for (int axis = 0; axis < 3; axis++) {
      double d = positions[3 * atom + axis] - positions[3 * atoms.origin + axis];
      if (Math.abs(d - Math.rint(d)) > 0.25) {
        return false;
      }
    }
    return true;
  }

  private static void join(int[] root, int[] permutation) {
    for (int atom = 0; atom < permutation.length; atom++) {
      if (permutation[atom] < 0) {
        continue;
      }
      int p = find(root, atom);
      int q = find(root, permutation[atom]);
      root[Math.max(p, q)] = Math.min(p, q);
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

  private static int[] number(int[] root, int groupSize) {
    int[] orbit = new int[root.length];
    int[] members = new int[root.length];
    Arrays.fill(orbit, -1);
    int count = 0;
    for (int atom = 0; atom < root.length; atom++) {
      int first = find(root, atom);
      if (first == atom) {
        orbit[atom] = count++;
      } else {
        orbit[atom] = orbit[first];
      }
      members[orbit[atom]]++;
    }
    for (int i = 0; i < count; i++) {
      if (members[i] != groupSize) {
        return null;
      }
    }
    return orbit;
  }
}
