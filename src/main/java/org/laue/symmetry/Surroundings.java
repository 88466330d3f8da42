package org.laue.symmetry;

/** The atoms of a cell, their grid and, from the first time they are asked for, environments. */
final class Surroundings {
  private final PeriodicAtoms atoms;
  private final PeriodicGrid grid;
  private final double symprec;
  private Environments environments;

  Surroundings(PeriodicAtoms atoms, double symprec, SearchBudget budget) {
    this.atoms = atoms;
    this.symprec = symprec;
    this.grid = new PeriodicGrid(atoms.lattice, atoms.fractional, atoms.species, symprec, budget);
  }

  PeriodicAtoms atoms() {
    return atoms;
  }

  PeriodicGrid grid() {
    return grid;
  }

  Environments environments() {
    if (environments == null) {
      environments = new Environments(atoms, grid, symprec);
    }
    return environments;
  }
}
