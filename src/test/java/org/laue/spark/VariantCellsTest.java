package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class VariantCellsTest {
  private static final double REAL = 0.1;
  private static final FingerprintParameters PARAMETERS =
      FingerprintParameters.defaults().withBondLength(BondLength.PARENT_SHELL);
  private static final Crystal IRON =
      Crystal.of(
          Lattice.ofParameters(2.87, 2.87, 2.87, 90, 90, 90),
          new int[] {26, 26},
          new double[] {0, 0, 0, .5, .5, .5});

  /**
   * @param built whether the supercell is known as such
   */
  private static Variant shaken(boolean built) {
    VariantCells cells = new VariantCells(SupercellSettings.of(PARAMETERS), false);
    DefectSpec defect = DefectSpec.parse("vacancy 0.4 + displacement 0.1", "");
    return new Variant("iron", defect, 0, 5, "bcc", cells.of(IRON, defect, 5), built);
  }

  @Test
  void onThePapersRoadTheBrokenSupercellItselfDiffracts() {
    ImageTable images = new ImageTable(new Imaging(PARAMETERS, false));
    Variant variant = shaken(true);
    assertThat(images.image(variant).cluster()).isEqualTo(variant.crystal().toCluster());
  }

  @Test
  void onTheProductsRoadAVariantIsTreatedAsAUsersFile() {
    ImageTable images = new ImageTable(new Imaging(PARAMETERS.withCellSymprec(REAL), false));
    Variant variant = shaken(false);
    PreparedCluster users =
        ClusterPreparation.prepare(variant.crystal(), PARAMETERS.withCellSymprec(REAL));
    assertThat(users.spaceGroup()).isEqualTo(229);
    Imaging.Image atoms = images.image(variant);
    assertThat(atoms.cluster()).isEqualTo(users.cluster());
    assertThat(atoms.bondLengthAngstrom()).isEqualTo(users.bondLengthAngstrom());
    double whole = BondLength.BROAD_SHELL.of(IRON);
    assertThat(atoms.bondLengthAngstrom()).isCloseTo(whole, within(0.005 * whole));
  }

  @Test
  void bothRoadsHaveTheSameVariants() {
    assertThat(shaken(false).crystal()).isEqualTo(shaken(true).crystal());
  }
}
