package org.laue.descriptors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.ImageLikeness;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.known.Descriptors;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** What holds for every descriptor. */
class DescriptorTest {
  private static final Crystal IRON =
      Crystal.of(
          Lattice.ofParameters(2.87, 2.87, 2.87, 90, 90, 90),
          new int[] {26, 26},
          new double[] {0, 0, 0, 0.5, 0.5, 0.5});

  static Stream<Descriptor> all() {
    return Stream.of(
        new Imaging(FingerprintParameters.defaults(), false),
        new PointCloudGenerator(PointCloudSettings.defaults()),
        new GraphGenerator(GraphSettings.defaults().withNearest(12)),
        new PointCloudGenerator(
            PointCloudSettings.defaults()
                .withAblation(
                    new Ablation(
                        Ablation.Intensities.SHUFFLED, Ablation.Geometry.CUBIC, 0.1, 0.2))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void valuesHaveTheShapeThatIsTold(Descriptor descriptor) {
    int length = Arrays.stream(descriptor.shape()).reduce(1, (a, b) -> a * b);
    boolean varies = descriptor.shape()[0] == Descriptor.VARYING;
    // Two atoms with 8 nearest neighbours and 6 more, all of the second shell.
    assertThat(descriptor.values(IRON)).hasSize(varies ? 2 + 2 + 3 * 2 * 14 : length);
    assertThat(Descriptors.named(descriptor.name(), descriptor.settings()).values(IRON))
        .isEqualTo(descriptor.values(IRON));
    assertThat(descriptor.name()).matches("[a-z]+");
    assertThat(descriptor.settings()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDescriptorThatTravelledMakesTheSame(Descriptor descriptor) throws Exception {
    Descriptor arrived = travelled(descriptor);
    assertThat(arrived.settings()).isEqualTo(descriptor.settings());
    assertThat(arrived.values(IRON)).isEqualTo(descriptor.values(IRON));
  }

  @Test
  void likenessIsToldWhereItIsKnown() {
    assertThat(new Imaging(FingerprintParameters.defaults(), false).likeness()).isPresent();
    assertThat(new PointCloudGenerator(PointCloudSettings.defaults()).likeness()).isEmpty();
  }

  private static Descriptor travelled(Descriptor descriptor)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(descriptor);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Descriptor) in.readObject();
    }
  }

  @Test
  void imagesAreNearWhereNoPixelDiffersByMoreThanTheLimit() {
    Likeness likeness = new ImageLikeness(8);
    float[] image = new float[3 * 8 * 8];
    Arrays.fill(image, 0.5f);
    float[] near = image.clone();
    near[70] += 0.0009f;
    float[] far = image.clone();
    far[70] += 0.0011f;
    Likeness.Known known = likeness.known(new float[][] {new float[image.length], image});
    assertThat(known.holdsNear(near, 1e-3f)).isTrue();
    assertThat(known.holdsNear(far, 1e-3f)).isFalse();
    near[70] = image[70] + 1e-6f;
    assertThat(likeness.signature(near)).isEqualTo(likeness.signature(image));
    far[70] = image[70] + 0.1f;
    assertThat(likeness.signature(far)).isNotEqualTo(likeness.signature(image));
  }
}
