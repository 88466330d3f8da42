package org.laue.symmetry.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.structure.Lattice;

class CellShapeTest {
  @ParameterizedTest
  @CsvSource({
    "4, 4, 4, 90, 90, 90, triclinic monoclinic orthorhombic tetragonal trigonal cubic",
    "4, 4.03, 4.02, 90.5, 90, 89.2, triclinic monoclinic orthorhombic tetragonal trigonal cubic",
    "4, 4.05, 6, 90, 90, 90, triclinic monoclinic orthorhombic",
    "4, 4.03, 6, 90, 90, 90, triclinic monoclinic orthorhombic tetragonal",
    "6, 4, 4.03, 90, 90, 90, triclinic monoclinic orthorhombic tetragonal",
    "4, 5, 6, 90, 90.9, 90, triclinic monoclinic orthorhombic",
    "4, 5, 6, 90, 91.1, 90, triclinic monoclinic",
    "4, 5, 6, 88, 90, 91.1, triclinic",
    "4, 4, 6, 90, 90, 120, triclinic monoclinic trigonal hexagonal",
    "4, 6, 4.02, 90, 119.5, 90, triclinic monoclinic trigonal hexagonal",
    "5, 5, 5, 70, 70.5, 70, triclinic trigonal"
  })
  void aCellHasTheShapeOfItsSystemAndOfLowerOnes(
      double a, double b, double c, double alpha, double beta, double gamma, String systems) {
    CellShape shape = new CellShape(Lattice.ofParameters(a, b, c, alpha, beta, gamma));
    assertThat(Arrays.stream(CrystalSystem.values()).filter(shape::isOf).map(CrystalSystem::label))
        .containsExactly(systems.split(" "));
  }
}
