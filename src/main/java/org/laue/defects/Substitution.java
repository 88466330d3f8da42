package org.laue.defects;

import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.structure.Crystal;

/**
 * Foreign atoms: floor(N fraction) sites, chosen without replacement, each taken by one of a few
 * species. The species are drawn from Z = 1 to 94 with repetition, so that they may equal each
 * other or the host, as in the published program.
 *
 * @param fraction of the sites, in [0, 1)
 * @param species drawn besides the host: 1 makes an element a binary alloy, 2 a ternary one
 */
public record Substitution(double fraction, int species) implements Defect {
  private static final long serialVersionUID = 1L;
  private static final int HEAVIEST = 94;

  public Substitution {
    Levels.checkFraction("Substituted fraction", fraction);
    if (species < 1 || species > HEAVIEST) {
      throw new UserException(
          "Substituted species must be 1 (binary), 2 (ternary) or more, was " + species);
    }
  }

  @Override
  public DefectKind kind() {
    return DefectKind.SUBSTITUTION;
  }

  @Override
  public double level() {
    return fraction;
  }

  @Override
  public String canonical() {
    return Defect.super.canonical() + " " + Alloys.name(species);
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    int[] foreign = new int[species];
    for (int i = 0; i < species; i++) {
      foreign[i] = 1 + random.nextInt(HEAVIEST);
    }
    int[] numbers = supercell.atomicNumbers();
    for (int site : random.sample(numbers.length, (int) (numbers.length * fraction))) {
      numbers[site] = foreign[random.nextInt(species)];
    }
    return Crystal.of(supercell.lattice(), numbers, supercell.fractional());
  }
}
