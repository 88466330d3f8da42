package org.laue.symmetry.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pure translations that passed do to the atoms of a cell, each named by the atom on which
 * it brings the origin atom. Two translations in turn tell where a third one will bring each atom,
 * so that it needs no search for partners, only their distances.
 */
final class Permutations {
  /** Cells of more atoms are not worth the memory, which grows with the square. */
  private static final int MOST_ATOMS = 1024;

  private final int[][] known;

  /** Translations that followed from none before them. */
  private final List<int[]> generators = new ArrayList<>();

  /** For a translation that was not tried yet, a known one and a generator that lead there. */
  private final int[][] before;

  private final int[][] last;

  Permutations(int atoms) {
    int kept = atoms <= MOST_ATOMS ? atoms : 0;
    this.known = new int[kept][];
    this.before = new int[kept][];
    this.last = new int[kept][];
  }

  /** The permutation by the translation to an atom; null if it did not pass or is not kept. */
  int[] known(int atom) {
    return atom < known.length ? known[atom] : null;
  }

  /** Where the translation to an atom should bring every atom, or null if nothing is known. */
  int[] expected(int atom) {
    if (atom >= known.length || known[atom] != null || before[atom] == null) {
      return known(atom);
    }
    int[] expected = new int[known.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = last[atom][before[atom][i]];
    }
    return expected;
  }

  /**
   * A translation mapped all atoms.
   *
   * @param partners of the atoms, copied
   */
  void passed(int atom, int[] partners) {
    if (atom >= known.length || known[atom] != null) {
      return;
    }
    int[] permutation = partners.clone();
    known[atom] = permutation;
    if (before[atom] == null) {
      generators.add(permutation);
      for (int other = 0; other < known.length; other++) {
        if (known[other] != null) {
          lead(other, permutation);
        }
      }
    } else {
      generators.forEach(generator -> lead(atom, generator));
    }
  }

  /**
   * A translation and then a generator bring the origin atom where the generator brings its atom.
   */
  private void lead(int atom, int[] generator) {
    int there = generator[atom];
    if (before[there] == null) {
      before[there] = known[atom];
      last[there] = generator;
    }
  }
}
