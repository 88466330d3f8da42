package org.laue.symmetry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.structure.Lattice;

class PeriodicGridTest {
  private static final int ATOMS = 216;

  /** Atoms on the nodes of a 6 x 6 x 6 grid, displaced: sparse at the small symprecs alone. */
  @ParameterizedTest
  @CsvSource({"0, 1e-6", "0, 0.1", "0.01, 0.1", "0.3, 0.1", "0.3, 0.8", "1, 1.5"})
  void thePartnerIsTheNearestOfTheSpecies(double sigma, double symprec) {
    Lattice lattice = Lattice.ofParameters(15, 16, 18, 75, 80, 100);
    Random random = new Random(3);
    double[] fractional = new double[3 * ATOMS];
    int[] species = new int[ATOMS];
    for (int atom = 0; atom < ATOMS; atom++) {
      int[] node = {atom / 36, atom / 6 % 6, atom % 6};
      species[atom] = 1 + random.nextInt(2);
      for (int axis = 0; axis < 3; axis++) {
        double at = node[axis] / 6.0 + sigma * random.nextGaussian() / 16;
        fractional[3 * atom + axis] = PeriodicAtoms.wrap(at);
      }
    }
    PeriodicGrid grid = new PeriodicGrid(lattice, fractional, species, symprec, new SearchBudget());
    int found = 0;
    for (int trial = 0; trial < 2000; trial++) {
      int atom = random.nextInt(ATOMS);
      double[] point = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        double step = random.nextInt(3) * symprec * random.nextGaussian() / 30;
        point[axis] = fractional[3 * atom + axis] + step + random.nextInt(3) - 1;
      }
      grid.beginMapping();
      int partner = grid.partner(point[0], point[1], point[2], species[atom]);
      assertThat(partner)
          .isEqualTo(nearest(lattice, fractional, species, species[atom], point, symprec));
      found += partner >= 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(600);
  }

  @Test
  void anAtomIsAPartnerOnceInAMapping() {
    Lattice lattice = Lattice.ofParameters(4, 4, 4, 90, 90, 90);
    double[] two = {0.5, 0.5, 0.5, 0.51, 0.5, 0.5};
    PeriodicGrid grid = new PeriodicGrid(lattice, two, new int[] {1, 1}, 0.2, new SearchBudget());
    grid.beginMapping();
    assertThat(grid.partner(0.5, 0.5, 0.5, 1)).isEqualTo(0);
    assertThat(grid.partner(0.5, 0.5, 0.5, 1)).isEqualTo(1);
    assertThat(grid.partner(0.5, 0.5, 0.5, 1)).isEqualTo(-1);
    grid.beginMapping();
    assertThat(grid.partner(0.5, 0.5, 0.5, 2)).isEqualTo(-1);
    assertThat(grid.partner(-0.49, 1.5, 0.5, 1)).isEqualTo(1);
  }

  private static int nearest(
      Lattice lattice,
      double[] fractional,
      int[] species,
      int wanted,
      double[] point,
      double symprec) {
    int nearest = -1;
    double best = symprec;
    for (int atom = 0; atom < ATOMS; atom++) {
      double[] step = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        step[axis] = fractional[3 * atom + axis] - point[axis];
        step[axis] -= Math.rint(step[axis]);
      }
      double[] vector = lattice.toCartesian(step);
      double distance = Math.hypot(Math.hypot(vector[0], vector[1]), vector[2]);
      if (species[atom] == wanted && distance < best) {
        best = distance;
        nearest = atom;
      }
    }
    return nearest;
  }
}
