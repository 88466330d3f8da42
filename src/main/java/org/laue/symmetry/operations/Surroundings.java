package org.laue.symmetry.operations;

/**
 * The atoms of a cell, their grid and what was learnt about them: environments from the first time
 * they are asked for, and how far each atom lay from its partners under pure translations.
 */
final class Surroundings {
  private final PeriodicAtoms atoms;
  private final PeriodicGrid grid;

  /** So many translations must have passed before the distances under them say something. */
  private static final int ENOUGH = 8;

  private final double symprec;
  private final AtomMapping translations;
  private final Permutations permutations;
  private final ReducedAtoms known;
  private Environments environments;

  Surroundings(PeriodicAtoms atoms, double symprec, SearchBudget budget) {
    this(null, atoms, symprec, budget);
  }

  /** The surroundings of atoms that other searches look at too. */
  Surroundings(ReducedAtoms known, double symprec, SearchBudget budget) {
    this(known, known.atoms(), symprec, budget);
  }

  private Surroundings(
      ReducedAtoms known, PeriodicAtoms atoms, double symprec, SearchBudget budget) {
    this.known = known;
    this.atoms = atoms;
    this.symprec = symprec;
    this.grid = new PeriodicGrid(atoms.lattice, atoms.fractional, atoms.species, symprec, budget);
    this.translations = new AtomMapping(atoms, grid);
    this.permutations = new Permutations(atoms.count());
  }

  /** The mapping by which pure translations are tested. */
  AtomMapping translations() {
    return translations;
  }

  /** What the pure translations that passed do. */
  Permutations permutations() {
    return permutations;
  }

  /**
   * The order in which atoms are likely to refuse an operation: where most translations pass, but
   * no group is found, the atoms displaced farthest first; else those of the rarest environment.
   */
  int[] order() {
    return translations.passed() < ENOUGH ? environments().order() : translations.farthestFirst();
  }

  PeriodicAtoms atoms() {
    return atoms;
  }

  PeriodicGrid grid() {
    return grid;
  }

  Environments environments() {
    if (environments == null) {
      double[] distances =
          known == null ? Environments.distances(atoms, grid) : known.distances(grid);
      environments = new Environments(atoms, distances, symprec);
    }
    return environments;
  }
}
