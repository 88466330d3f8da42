package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Lattice;

/** What every descriptor must keep, and the fast sum against the plain one. */
class DiffractionTest {
  private static final double TOLERANCE = 5e-6;

  private final FingerprintParameters parameters = FingerprintParameters.defaults();
  private final FingerprintGenerator generator = new FingerprintGenerator(parameters);

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 5", "40, 8", "150, 12", "60, 31.5"})
  void fastEqualsReferenceOnRandomClustersOfManyElements(int atoms, double width) {
    int[] numbers = new Random(atoms).ints(atoms, 1, 97).toArray();
    double[] scaled = new Random(7).doubles(3L * atoms, -width / 3, 2 * width / 3).toArray();
    assertFastEqualsReference(parameters, numbers, scaled);
  }

  @Test
  void wideClusterOfManyBlocksStaysExact() {
    int atoms = 300;
    int[] numbers = new Random(5).ints(atoms, 20, 23).toArray();
    double[] scaled = new Random(6).doubles(3L * atoms, 1e4, 1e4 + 90).toArray();
    assertFastEqualsReference(parameters, numbers, scaled);
  }

  @ParameterizedTest
  @CsvSource({"0, 12", "1e-7, 12", "0.05, 12"})
  void latticeOfThousandsOfAtomsStaysExact(double displacement, int edge) {
    double[] scaled = new double[3 * edge * edge * edge];
    Random random = new Random(9);
    for (int i = 0; i < scaled.length; i++) {
      int step = (int) (i / 3 / Math.pow(edge, i % 3)) % edge;
      scaled[i] = step + displacement * random.nextGaussian();
    }
    int[] numbers = new int[scaled.length / 3];
    Arrays.fill(numbers, 84);
    assertFastEqualsReference(parameters, numbers, scaled);
  }

  @Test
  void otherDetectorsWorkToo() {
    int[] numbers = {6, 8, 26, 79, 1};
    double[] scaled = new Random(8).doubles(15, 0, 4).toArray();
    assertFastEqualsReference(parameters.withRing(10, 30), numbers, scaled);
    assertFastEqualsReference(
        new FingerprintParameters(32, 0, 99, 256, BondLength.MEAN_NEAREST, 1e-5), numbers, scaled);
  }

  @Test
  void imageHasThreeChannelsFromZeroToOne() {
    Fingerprint made = generator.of(cluster());
    float[] pixels = made.pixels();
    assertThat(pixels).hasSize(3 * 64 * 64);
    float[] sorted = pixels.clone();
    Arrays.sort(sorted);
    assertThat(sorted[0]).isZero();
    assertThat(sorted[sorted.length - 1]).isEqualTo(1);
    assertThat(made.at(2, 10, 20)).isEqualTo(pixels[2 * 4096 + 10 * 64 + 20]);
    assertThat(made.mean()).isBetween(0.0, 1.0);
  }

  @Test
  void inputIsUntouchedAndResultsAreIndependent() {
    Cluster cluster = cluster();
    double[] scaled = cluster.cartesian();
    int[] numbers = cluster.atomicNumbers();
    Fingerprint first = generator.ofScaled(numbers, scaled);
    float[] before = first.pixels();
    generator.ofScaled(new int[] {3, 4}, new double[] {0, 0, 0, 1, 0, 0});
    assertThat(scaled).containsExactly(cluster.cartesian());
    assertThat(numbers).containsExactly(cluster.atomicNumbers());
    assertThat(first.pixels()).containsExactly(before);
  }

  @Test
  void parallelEqualsSerialBitByBit() {
    Cluster cluster = GoldenCase.named("fcc225_Cu_sub50binary").cluster();
    Fingerprint serial = generator.of(cluster);
    assertThat(IntStream.range(0, 48).parallel().mapToObj(i -> generator.of(cluster)))
        .allMatch(serial::equals);
  }

  @Test
  void orderOfAtomsAndOriginDoNotMatter() {
    Cluster cluster = cluster();
    int n = cluster.atomCount();
    int[] numbers = new int[n];
    double[] moved = new double[3 * n];
    for (int i = 0; i < n; i++) {
      int from = (7 * i + 3) % n;
      numbers[i] = cluster.atomicNumber(from);
      for (int axis = 0; axis < 3; axis++) {
        moved[3 * i + axis] = cluster.cartesian()[3 * from + axis] + 1.234 * (axis + 1);
      }
    }
    Lattice lattice = cluster.periodicLattice().orElseThrow();
    Fingerprint other = generator.of(Cluster.of(numbers, moved, lattice));
    assertThat(Images.largestDifference(generator.of(cluster), other)).isLessThan(TOLERANCE);
  }

  @Test
  void onlyTheRatioOfLengthsMatters() {
    Cluster cluster = cluster();
    double[] doubled = Arrays.stream(cluster.cartesian()).map(x -> 2 * x).toArray();
    Lattice lattice = cluster.periodicLattice().orElseThrow().repeated(2, 2, 2);
    Fingerprint other = generator.of(Cluster.of(cluster.atomicNumbers(), doubled, lattice));
    assertThat(Images.largestDifference(generator.of(cluster), other)).isLessThan(TOLERANCE);
  }

  @Test
  void elementsBeyondTheTableAreNamed() {
    Cluster berkelium = Cluster.of(new int[] {96, 97}, new double[] {0, 0, 0, 0, 0, 2.5});
    assertThatThrownBy(() -> generator.of(berkelium))
        .isInstanceOf(UserException.class)
        .hasMessage("Atom 2 is Bk (Z = 97), but form factors reach only to Cm (Z = 96)");
  }

  @Test
  void absurdlyWideClusterIsRefused() {
    assertThatThrownBy(
            () -> generator.ofScaled(new int[] {1, 1}, new double[] {0, 0, 0, 1e9, 0, 0}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("bond lengths wide");
  }

  private static Cluster cluster() {
    return GoldenCase.named("hex194_Mg_disp006").cluster();
  }

  private static void assertFastEqualsReference(
      FingerprintParameters parameters, int[] numbers, double[] scaled) {
    Fingerprint fast = new FingerprintGenerator(parameters).ofScaled(numbers, scaled);
    Detector detector = parameters.detector();
    double[] channels = new ReferenceDiffraction(detector).channels(numbers, scaled);
    Fingerprint plain = Images.normalised(detector, channels);
    assertThat(Images.largestDifference(fast, plain)).isLessThan(TOLERANCE);
  }
}
