package org.laue.defects;

import org.laue.StableRandom;
import org.laue.structure.Crystal;

/**
 * {@link Displacement} with sigma = factor x nearest-neighbour distance: the abscissa of the
 * Lindemann curves of Ziletti et al. 2018, Supplementary Figure 1. The factor refers to one
 * Cartesian component; the three-dimensional rms displacement is sqrt(3) larger.
 *
 * @param factor at least 0
 */
public record ScaledDisplacement(double factor) implements Defect {
  private static final long serialVersionUID = 1L;

  public ScaledDisplacement {
    Levels.checkNotNegative("Displacement factor", factor);
  }

  @Override
  public DefectKind kind() {
    return DefectKind.SCALED_DISPLACEMENT;
  }

  @Override
  public double level() {
    return factor;
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    if (!(nearestNeighbourAngstrom > 0)) {
      throw new IllegalArgumentException(
          "nearest-neighbour distance must be positive, was " + nearestNeighbourAngstrom);
    }
    return Displacement.displaced(supercell, random, factor * nearestNeighbourAngstrom);
  }
}
