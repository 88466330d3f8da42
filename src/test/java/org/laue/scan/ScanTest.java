package org.laue.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.structure.Atoms;
import org.laue.structure.Box;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class ScanTest {
  private static final Scan SCAN = new Scan(ScanSettings.DEFAULT.withThreads(1));
  private static final double IDEAL = Math.sqrt(8 / 3.0);

  private static double share(ScanResult result, LocalClass kind) {
    return result.counts().getOrDefault(kind, 0) / (double) result.atoms().size();
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalClass.class,
      names = {"UNKNOWN", "OTHER"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyAtomOfAPerfectCrystalIsOfItsClassAndOnItsSite(LocalClass kind) {
    ScanResult result = SCAN.scan(Samples.block(kind, 2.6, IDEAL, 500));
    assertThat(share(result, kind)).isEqualTo(1);
    assertThat(result.grains()).hasSize(1);
    for (int atom = 0; atom < result.atoms().size(); atom++) {
      assertThat(result.atoms().quaternion(atom, 3)).isGreaterThan(0.99999f);
      assertThat(result.atoms().displacement(atom, 0)).isBetween(-1e-3f, 1e-3f);
      assertThat(result.atoms().probability(atom)).isGreaterThan(0.99f);
    }
  }

  /** A tenth of the nearest distance along each axis is what is seen at melting points. */
  @ParameterizedTest
  @CsvSource({
    "FCC, 0",
    "FCC, 0.2",
    "BCC, 0",
    "BCC, 0.2",
    "HCP, 0",
    "HCP, 0.2",
    "SC, 0",
    "SC, 0.2",
    "DIAMOND, 0",
    "DIAMOND, 0.2",
    "HEX_DIAMOND, 0",
    "HEX_DIAMOND, 0.2"
  })
  void hotCrystalsWithAFifthOfTheAtomsMissingKeepTheirClass(LocalClass kind, double missing) {
    Crystal hot = Samples.shaken(Samples.block(kind, 2.6, IDEAL, 600), 0.26, 11);
    ScanResult result = SCAN.scan(Samples.thinned(hot, missing, 12));
    assertThat(share(result, kind)).isGreaterThan(0.98);
  }

  @ParameterizedTest
  @CsvSource({"1.56", "1.60", "1.73", "1.86"})
  void hexagonalCrystalsMayBeLongOrShort(double ratio) {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.HCP, 2.8, ratio, 600), 0.2, 13);
    assertThat(share(SCAN.scan(hot), LocalClass.HCP)).isGreaterThan(0.99);
  }

  @Test
  void aDenseGasIsUnknown() {
    ScanResult result = SCAN.scan(Samples.gas(800, Math.cbrt(800 * 12.5), 1.9, 14));
    assertThat(share(result, LocalClass.UNKNOWN)).isEqualTo(1);
    assertThat(result.grains()).isEmpty();
  }

  /** Density and temperature of the Lennard-Jones system on its melting line. */
  @Test
  void aSimulatedLiquidIsUnknownAndTheCrystalThatItMeltsFromIsNot() {
    Crystal solid = melting(LocalClass.FCC, 0.97, 0);
    Crystal liquid = melting(LocalClass.SC, 0.88, 300);
    assertThat(share(SCAN.scan(solid), LocalClass.FCC)).isGreaterThan(0.99);
    assertThat(share(SCAN.scan(liquid), LocalClass.UNKNOWN)).isGreaterThan(0.99);
  }

  private static Crystal melting(LocalClass start, double density, int heating) {
    Crystal crystal = Samples.block(start, 1, IDEAL, 500);
    double edge = 2.5 * Math.cbrt(crystal.atomCount() / (density * crystal.lattice().volume()));
    Crystal scaled =
        Crystal.of(
            crystal.lattice().transformed(edge, 0, 0, 0, edge, 0, 0, 0, edge),
            crystal.atomicNumbers(),
            crystal.fractional());
    PairDynamics dynamics = new PairDynamics(scaled, 2.5, 12, 6, 1.4, 15);
    dynamics.run(heating, 2.5, 0.004);
    dynamics.run(300, 0.75, 0.004);
    return dynamics.atoms();
  }

  @Test
  void theAnswerTurnsWithTheAtoms() {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.BCC, 2.5, 1, 2000), 0.15, 16);
    double[] turn = Samples.rotation(17);
    ScanResult result = SCAN.scan(Samples.ball(hot, 12, turn));
    Grain grain = result.grains().get(0);
    double[] q = grain.quaternion();
    assertThat(grain.kind()).isEqualTo(LocalClass.BCC);
    assertThat(Symmetry.misorientation(Quaternions.matrix(q[0], q[1], q[2], q[3]), turn, false))
        .isLessThan(1);
  }

  @Test
  void theOrderOfAtomsAndTheNumberOfThreadsChangeNothing() {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.FCC, 2.6, 1, 800), 0.25, 18);
    ScanResult one = SCAN.scan(hot);
    Integer[] order = new Integer[hot.atomCount()];
    Arrays.setAll(order, i -> i);
    java.util.Collections.shuffle(Arrays.asList(order), new Random(19));
    double[] f = new double[3 * order.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(hot.fractional(), 3 * order[i], f, 3 * i, 3);
    }
    ScanResult other =
        new Scan(ScanSettings.DEFAULT.withThreads(3))
            .scan(Crystal.of(hot.lattice(), hot.atomicNumbers(), f));
    for (int i = 0; i < order.length; i++) {
      assertThat(other.atoms().kind(i)).isEqualTo(one.atoms().kind(order[i]));
      assertThat(other.atoms().probability(i)).isEqualTo(one.atoms().probability(order[i]));
      assertThat(other.atoms().displacement(i, 2)).isEqualTo(one.atoms().displacement(order[i], 2));
    }
  }

  /** Blocks as on a machine with so many workers, done in reverse order, each from its bytes. */
  private record Elsewhere(int workers) implements ScanWork {
    @Override
    public <P extends Serializable, R extends Serializable> List<R> each(
        int count, IntFunction<P> pieces, Work<P, R> work) {
      List<R> results = new ArrayList<>();
      for (int i = count - 1; i >= 0; i--) {
        P piece = SerializationUtils.clone(pieces.apply(i));
        results.add(0, SerializationUtils.clone(work.of(piece)));
      }
      return results;
    }
  }

  private static Atoms skewed() {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.BCC, 2.6, 1, 4000), 0.2, 24);
    Lattice skewed = hot.lattice().transformed(1, 1, 0, 0, 1, 0, 1, 0, 1);
    return Crystal.ofCartesian(skewed, hot.atomicNumbers(), hot.cartesian());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  void howSpaceIsCutAndWhoDoesTheBlocksMovesNoDigit(int workers) {
    for (Atoms atoms : List.of(skewed(), Bicrystal.of(LocalClass.FCC, 2.6, 20, 0.1, 25).atoms())) {
      ScanResult one = SCAN.scan(atoms);
      ScanResult other = new Scan(ScanSettings.DEFAULT, new Elsewhere(workers)).scan(atoms);
      assertThat(SerializationUtils.serialize(other)).isEqualTo(SerializationUtils.serialize(one));
    }
  }

  @Test
  void manySmallFramesAreAnsweredAsEachAlone() {
    List<Atoms> frames =
        List.of(
            Samples.block(LocalClass.SC, 2.6, IDEAL, 300),
            Samples.ball(Samples.block(LocalClass.FCC, 2.6, 1, 900), 8, Samples.rotation(26)));
    List<ScannedFrame> scanned = new Scan(ScanSettings.DEFAULT, new Elsewhere(2)).frames(frames);
    assertThat(scanned).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(SerializationUtils.serialize(scanned.get(i).result()))
          .isEqualTo(SerializationUtils.serialize(SCAN.scan(frames.get(i))));
    }
  }

  /** Of a bicrystal: each point says the class and the turn of the grain that it stands in. */
  @Test
  void pointsOfAGridAnswerInPlaceOfAtoms() {
    Bicrystal made = Bicrystal.of(LocalClass.FCC, 2.6, 26, 0.12, 21);
    PointScan scan = SCAN.grid(made.atoms(), 4);
    int expected = 1;
    for (double edge : Box.around(made.atoms().cartesian()).edges()) {
      expected *= (int) Math.ceil(edge / 4);
    }
    assertThat(scan.points().atomCount()).isEqualTo(expected);
    assertThat(shareWithin(22, scan, LocalClass.FCC)).isGreaterThan(0.98);
    assertThat(scan.result().grains()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(scan.result().boundaries().get(0).degrees())
        .isCloseTo(made.degrees(), org.assertj.core.data.Offset.offset(1.0));
    assertThat(new Scan(ScanSettings.DEFAULT, new Elsewhere(200)).grid(made.atoms(), 4))
        .satisfies(
            other ->
                assertThat(SerializationUtils.serialize(other.result()))
                    .isEqualTo(SerializationUtils.serialize(scan.result())));
  }

  private static double shareWithin(double radius, PointScan scan, LocalClass kind) {
    double[] x = scan.points().cartesian();
    int inside = 0;
    int right = 0;
    for (int i = 0; i < scan.points().atomCount(); i++) {
      if (Math.hypot(Math.hypot(x[3 * i], x[3 * i + 1]), x[3 * i + 2]) < radius) {
        inside++;
        right += scan.result().atoms().kind(i) == kind ? 1 : 0;
      }
    }
    return right / (double) inside;
  }

  @Test
  void aGridOfVacuumIsUnknown() {
    Crystal small = Samples.block(LocalClass.FCC, 2.6, 1, 500);
    Atoms slab =
        Crystal.ofCartesian(
            small.lattice().transformed(1, 0, 0, 0, 1, 0, 0, 0, 4),
            small.atomicNumbers(),
            small.cartesian());
    PointScan scan = SCAN.grid(slab, 3);
    double[] x = scan.points().cartesian();
    double top = small.lattice().lengths()[2] + 10;
    int above = 0;
    for (int i = 0; i < scan.points().atomCount(); i++) {
      if (x[3 * i + 2] > top && x[3 * i + 2] < 4 * small.lattice().lengths()[2] - 10) {
        assertThat(scan.result().atoms().kind(i)).isEqualTo(LocalClass.UNKNOWN);
        above++;
      }
    }
    assertThat(above).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, 1e-4})
  void aStrideThatMakesNoGridIsRefused(double stride) {
    Crystal copper = Samples.block(LocalClass.FCC, 2.6, 1, 500);
    assertThatThrownBy(() -> SCAN.grid(copper, stride))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("tride");
  }

  @Test
  void aCrystalWithoutACellKeepsItsInside() {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.DIAMOND, 2.4, 1, 3000), 0.1, 20);
    Atoms ball = Samples.ball(hot, 13, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    assertThat(share(SCAN.scan(ball), LocalClass.DIAMOND)).isGreaterThan(0.9);
  }

  @Test
  void twoGrainsAreToldApartAndTheirAngleMeasured() {
    Bicrystal made = Bicrystal.of(LocalClass.FCC, 2.6, 26, 0.12, 21);
    ScanResult result = SCAN.scan(made.atoms());
    assertThat(result.grains()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(result.boundaries().get(0).degrees())
        .isCloseTo(made.degrees(), org.assertj.core.data.Offset.offset(1.0));
    Map<LocalClass, Integer> counts = result.counts();
    assertThat(counts.get(LocalClass.FCC)).isGreaterThan((int) (0.9 * result.atoms().size()));
    assertThat(made.accuracy(result)).isGreaterThan(0.95);
  }

  @Test
  void aGrainThatIsLessDenseThanTheOtherIsAGrainToo() {
    double[] turn = Samples.rotation(22);
    double[] dense =
        Samples.ball(Samples.block(LocalClass.FCC, 2.4, 1, 4000), 12, turn).cartesian();
    double[] loose =
        Samples.ball(Samples.block(LocalClass.FCC, 2.95, 1, 4000), 14, Samples.rotation(23))
            .cartesian();
    double[] both = Arrays.copyOf(dense, dense.length + loose.length);
    for (int i = 0; i < loose.length; i++) {
      both[dense.length + i] = loose[i] + (i % 3 == 0 ? 27 : 0);
    }
    int[] numbers = new int[both.length / 3];
    Arrays.fill(numbers, 29);
    ScanResult result = SCAN.scan(Cluster.of(numbers, both));
    assertThat(share(result, LocalClass.FCC)).isGreaterThan(0.95);
    assertThat(result.grains()).hasSize(2);
  }

  @Test
  @Timeout(60)
  void fewAtomsAreUnknown() {
    double[] pair = {0, 0, 0, 2.5, 0, 0};
    for (int count = 1; count <= 2; count++) {
      int[] numbers = Arrays.copyOf(new int[] {29, 29}, count);
      Atoms atoms = Cluster.of(numbers, Arrays.copyOf(pair, 3 * count));
      assertThat(share(SCAN.scan(atoms), LocalClass.UNKNOWN)).isEqualTo(1);
    }
  }
}
