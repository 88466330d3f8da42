package org.laue.defects;

import org.laue.StableRandom;
import org.laue.structure.Crystal;

/**
 * Missing atoms: floor(N fraction) of them, chosen uniformly without replacement. The product is
 * the double product, as in the published program, so 0.7 of 360 atoms are 251.
 *
 * @param fraction in [0, 1)
 */
public record Vacancies(double fraction) implements Defect {
  private static final long serialVersionUID = 1L;

  public Vacancies {
    Levels.checkFraction("Vacancy fraction", fraction);
  }

  @Override
  public DefectKind kind() {
    return DefectKind.VACANCY;
  }

  @Override
  public double level() {
    return fraction;
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    int count = (int) (supercell.atomCount() * fraction);
    return Removal.without(supercell, random.sample(supercell.atomCount(), count));
  }
}
