package org.laue.symmetry.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the pure translations of a cell: the vectors from the first atom of the least frequent
 * species to the others of its species that map all atoms within symprec. What a candidate missed
 * by is kept, so that a search at a smaller tolerance costs next to nothing.
 */
final class PureTranslations {
  private static final int[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** So many candidates may fail before the environments are looked at. */
  private static final int FAILURES_BEFORE_ENVIRONMENTS = 4;

  private static final double UNKNOWN = -1;

  private final PeriodicAtoms atoms;
  private final PeriodicGrid grid;
  private final AtomMapping mapping;
  private final Surroundings surroundings;
  private final Permutations known;
  private final boolean closeAsGroup;

  /** Per candidate atom: square of the largest miss, REFUSED, or UNKNOWN. */
  private final double[] miss;

  private int failures;

  PureTranslations(Surroundings surroundings, SpglibCompat compat) {
    this.surroundings = surroundings;
    this.atoms = surroundings.atoms();
    this.grid = surroundings.grid();
    this.mapping = surroundings.translations();
    this.known = surroundings.permutations();
    this.closeAsGroup = compat == SpglibCompat.V2;
    this.miss = new double[atoms.count()];
    Arrays.fill(miss, UNKNOWN);
  }

  /**
   * The pure translations at a tolerance not above that of the constructor.
   *
   * @return what was found; without closure it need not be a group
   */
  Found at(double tolerance) {
    Found found = new Found(atoms.count());
    for (int atom = 0; atom < atoms.count(); atom++) {
      if (atoms.species[atom] == atoms.species[atoms.origin]
          && !(closeAsGroup && found.contains[atom])
          && missOf(atom) < tolerance * tolerance) {
        found.add(atom);
      }
    }
    return found;
  }

  private double missOf(int atom) {
    if (miss[atom] == UNKNOWN) {
      miss[atom] =
          mapping.largestMiss(
              IDENTITY, shift(atom, 0), shift(atom, 1), shift(atom, 2), known.expected(atom));
      if (miss[atom] != AtomMapping.REFUSED) {
        known.passed(atom, mapping.partners());
      } else if (++failures == FAILURES_BEFORE_ENVIRONMENTS) {
        ruleOut();
      }
    }
    return miss[atom];
  }

  /** Refuses all candidates that map the atom of rarest environment on none of its look-alikes. */
  private void ruleOut() {
    if (atoms.count() < Environments.FEW_ATOMS) {
      return;
    }
    Environments environments = surroundings.environments();
    mapping.testInOrder(environments.order());
    boolean[] possible = new boolean[atoms.count()];
    int[] hits = new int[atoms.count()];
    int anchor = environments.anchor();
    for (int alike : environments.lookAlikes(0)) {
      int count =
          grid.collect(
              step(alike, anchor, 0),
              step(alike, anchor, 1),
              step(alike, anchor, 2),
              atoms.species[atoms.origin],
              hits);
      for (int i = 0; i < count; i++) {
        possible[hits[i]] = true;
      }
    }
    for (int atom = 0; atom < miss.length; atom++) {
      if (miss[atom] == UNKNOWN && !possible[atom]) {
        miss[atom] = AtomMapping.REFUSED;
      }
    }
  }

  /** Where the origin atom goes if the anchor goes to a look-alike. */
  private double step(int alike, int anchor, int axis) {
    return atoms.fractional[3 * alike + axis]
        - atoms.fractional[3 * anchor + axis]
        + atoms.fractional[3 * atoms.origin + axis];
  }

  private int[] permutation(int atom) {
    int[] permutation = known.known(atom);
    return permutation == null
        ? mapping.permutation(shift(atom, 0), shift(atom, 1), shift(atom, 2))
        : permutation;
  }

  private double shift(int atom, int axis) {
    return atoms.fractional[3 * atom + axis] - atoms.fractional[3 * atoms.origin + axis];
  }

  /** A set of pure translations, each named by the atom on which it brings the origin atom. */
  final class Found {
    final boolean[] contains;

    /** Atoms of the translations from which the group was closed; empty without closure. */
    final List<Integer> generators = new ArrayList<>();

    /** Permutations of the atoms by the generators. */
    final List<int[]> permutations = new ArrayList<>();

    private final int[] members;
    private int size;

    private Found(int atomCount) {
      contains = new boolean[atomCount];
      members = new int[atomCount];
      insert(atoms.origin);
    }

    int size() {
      return size;
    }

    private void add(int atom) {
      insert(atom);
      if (closeAsGroup && atom != atoms.origin) {
        int[] permutation = permutation(atom);
        generators.add(atom);
        permutations.add(permutation);
        close(permutation);
      }
    }

    /** Adds all atoms that repeating the permutation reaches from those found so far. */
    private void close(int[] permutation) {
      int before = size;
      for (int i = 0; i < before; i++) {
        int start = members[i];
        int steps = 0;
        for (int atom = permutation[start];
            atom >= 0 && atom != start && steps < members.length;
            atom = permutation[atom]) {
          insert(atom);
          steps++;
        }
      }
    }

    private void insert(int atom) {
      if (!contains[atom]) {
        contains[atom] = true;
        members[size++] = atom;
      }
    }
  }
}
