package org.laue.descriptors.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laue.UserException;
import org.laue.descriptors.pointcloud.PointCloudSettings.Cell;
import org.laue.descriptors.pointcloud.PointCloudSettings.Generation;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class PointCloudGeneratorTest {
  private static final PointCloudSettings DEFAULTS = PointCloudSettings.defaults();

  @Test
  void theDefaultCloudHas343PointsAndTheOriginFirst() {
    PointCloud cloud = new PointCloudGenerator(DEFAULTS).of(copper());
    assertThat(cloud.size()).isEqualTo(343);
    assertThat(cloud.miller()).startsWith(0, 0, 0);
    double density = 4 * 29 / Math.pow(3.61, 3);
    double scaled = (Math.log(density * density + 1e-6) - Math.log(1e-6)) / 15;
    assertThat(cloud.intensity(0)).isCloseTo((float) scaled, within(1e-6f));
  }

  @Test
  void pointsAreReciprocalLatticeVectorsInFifthsOfAnInverseAngstrom() {
    PointCloud cloud = new PointCloudGenerator(DEFAULTS.withMaxMiller(-1)).of(copper());
    assertThat(cloud.size()).isEqualTo(4);
    double length = Math.hypot(Math.hypot(cloud.x(1), cloud.y(1)), cloud.z(1));
    assertThat(length).isCloseTo(1 / 3.61 / 5, within(1e-7));
  }

  @Test
  void primitiveAndConventionalCellsOfTheInputGiveTheSameCloud() {
    Crystal primitive =
        Crystal.of(
            Lattice.ofRows(0, 1.805, 1.805, 1.805, 0, 1.805, 1.805, 1.805, 0),
            new int[] {29},
            new double[3]);
    PointCloud one = new PointCloudGenerator(DEFAULTS).of(primitive);
    PointCloud other = new PointCloudGenerator(DEFAULTS).of(copper().supercell(2, 1, 1));
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.intensity(i)).isCloseTo(other.intensity(i), within(1e-5f));
    }
  }

  @Test
  void theConventionalCellShowsTheCentringAsAbsencesAndThePrimitiveOneHasNone() {
    assertThat(absent(new PointCloudGenerator(DEFAULTS).of(copper()))).isEqualTo(252);
    assertThat(absent(new PointCloudGenerator(DEFAULTS.withCell(Cell.PRIMITIVE)).of(copper())))
        .isZero();
  }

  @Test
  void theFirstGenerationKeepsTheLimitingSphereAndPadsWithZeros() {
    PointCloud cloud = new PointCloudGenerator(DEFAULTS.withGeneration(Generation.V1)).of(copper());
    assertThat(cloud.size()).isEqualTo(343);
    double last = 0;
    int padded = 0;
    for (int i = 0; i < cloud.size(); i++) {
      double length = Math.hypot(Math.hypot(cloud.x(i), cloud.y(i)), cloud.z(i));
      assertThat(length).isLessThan(1);
      if (i > 0 && length == 0) {
        padded++;
      } else {
        assertThat(length).isGreaterThan(last - 1e-6);
        last = length;
      }
    }
    assertThat(padded).isPositive();
    assertThat(cloud.intensity(0))
        .isCloseTo(
            (float) (Math.log1p(Math.pow(4 * 29 / Math.pow(3.61, 3), 2)) / 3), within(1e-6f));
  }

  @Test
  void anElementThatScattersInNoKnownWayIsNamed() {
    Crystal polonium =
        Crystal.of(
            Lattice.ofRows(3.35, 0, 0, 0, 3.35, 0, 0, 0, 3.35), new int[] {84}, new double[3]);
    PointCloudGenerator neutrons = new PointCloudGenerator(DEFAULTS.withProbe(Probe.NEUTRON));
    assertThatThrownBy(() -> neutrons.of(polonium))
        .isInstanceOf(UserException.class)
        .hasMessage("No neutron scattering is tabulated for Po (Z = 84)");
  }

  @Test
  void withoutIntensitiesOnlyTheLatticeIsLeft() {
    PointCloud full = new PointCloudGenerator(DEFAULTS).of(copper());
    PointCloud bare = shown(Ablation.NONE.withIntensities(Ablation.Intensities.NONE));
    for (int i = 0; i < bare.size(); i++) {
      assertThat(bare.intensity(i)).isZero();
      assertThat(new float[] {bare.x(i), bare.y(i), bare.z(i)})
          .containsExactly(full.x(i), full.y(i), full.z(i));
    }
  }

  @Test
  void ofTheIntensitiesTheAbsencesCanBeLeftAlone() {
    PointCloud cloud = shown(Ablation.NONE.withIntensities(Ablation.Intensities.ABSENCES));
    int[] miller = cloud.miller();
    for (int i = 0; i < cloud.size(); i++) {
      int h = miller[3 * i];
      boolean allowed = (h - miller[3 * i + 1]) % 2 == 0 && (h - miller[3 * i + 2]) % 2 == 0;
      assertThat(cloud.intensity(i)).isEqualTo(allowed ? 1f : 0f);
    }
  }

  @Test
  void theCubeOfEqualVolumeKeepsTheIntensityOfEachReflection() {
    Crystal tin =
        Crystal.of(
            Lattice.ofRows(5.83, 0, 0, 0, 5.83, 0, 0, 0, 3.18),
            new int[] {50, 50, 50, 50},
            new double[] {0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.25, 0.5, 0, 0.75});
    PointCloud own = new PointCloudGenerator(DEFAULTS).of(tin);
    PointCloud cubic =
        new PointCloudGenerator(
                DEFAULTS.withAblation(Ablation.NONE.withGeometry(Ablation.Geometry.CUBIC)))
            .of(tin);
    double edge = Math.cbrt(5.83 * 5.83 * 3.18);
    assertThat(cubic.miller()).isEqualTo(own.miller());
    int[] miller = own.miller();
    for (int i = 0; i < own.size(); i++) {
      assertThat(cubic.intensity(i)).isEqualTo(own.intensity(i));
      assertThat(cubic.x(i)).isCloseTo((float) (miller[3 * i] / edge / 5), within(1e-6f));
      assertThat(cubic.y(i)).isCloseTo((float) (miller[3 * i + 1] / edge / 5), within(1e-6f));
      assertThat(cubic.z(i)).isCloseTo((float) (miller[3 * i + 2] / edge / 5), within(1e-6f));
    }
  }

  @Test
  void neutronsSeeScatteringLengthsWhereXRaysSeeElectrons() {
    PointCloud neutrons =
        new PointCloudGenerator(DEFAULTS.withProbe(Probe.NEUTRON).withMaxMiller(-1)).of(copper());
    double density = 4 * 7.718 / Math.pow(3.61, 3);
    double scaled = (Math.log(density * density + 1e-6) - Math.log(1e-6)) / 15;
    assertThat(neutrons.intensity(0)).isCloseTo((float) scaled, within(1e-4f));
  }

  @Test
  void theJointProbeShowsWhatEachOfTheTwoShows() {
    PointCloudGenerator generator = new PointCloudGenerator(DEFAULTS.withProbe(Probe.JOINT));
    assertThat(generator.shape()).containsExactly(343, 5);
    PointCloud joint = generator.of(copper());
    PointCloud xrays = new PointCloudGenerator(DEFAULTS).of(copper());
    PointCloud neutrons = new PointCloudGenerator(DEFAULTS.withProbe(Probe.NEUTRON)).of(copper());
    assertThat(joint.values()).hasSize(5 * 343);
    assertThat(joint.size()).isEqualTo(343);
    for (int i = 0; i < joint.size(); i++) {
      assertThat(Arrays.copyOfRange(joint.values(), 5 * i, 5 * i + 5))
          .containsExactly(
              xrays.x(i), xrays.y(i), xrays.z(i), xrays.intensity(i), neutrons.intensity(i));
      assertThat(joint.intensity(i)).isEqualTo(xrays.intensity(i));
      assertThat(joint.intensity(i, 1)).isEqualTo(neutrons.intensity(i));
    }
  }

  private static PointCloud shown(Ablation ablation) {
    return new PointCloudGenerator(DEFAULTS.withAblation(ablation)).of(copper());
  }

  @Test
  void aLimitBeyondTheTableIsRefused() {
    assertThatThrownBy(() -> DEFAULTS.withMaxMiller(5))
        .isInstanceOf(UserException.class)
        .hasMessage("pointcloud max-miller must be -1 to 4, was 5");
  }

  private static int absent(PointCloud cloud) {
    int absent = 0;
    for (int i = 0; i < cloud.size(); i++) {
      if (cloud.intensity(i) < 1e-3) {
        absent++;
      }
    }
    return absent;
  }

  private static Crystal copper() {
    return Crystal.of(
        Lattice.ofRows(3.61, 0, 0, 0, 3.61, 0, 0, 0, 3.61),
        new int[] {29, 29, 29, 29},
        new double[] {0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0});
  }
}
