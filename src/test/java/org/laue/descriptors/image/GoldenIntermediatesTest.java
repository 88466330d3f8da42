package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.descriptors.image.GoldenGeometryTest.GoldenValues;

/** Form factors, scattering vectors, solid angles and photon counts, step by step. */
class GoldenIntermediatesTest {
  private static final double RELATIVE = 1e-12;

  private final Detector detector = Detector.paper();
  private final ReferenceDiffraction reference = new ReferenceDiffraction(detector);

  @Test
  void formFactors() throws IOException {
    JsonNode golden = GoldenValues.intermediate().get("form_factor");
    double[] q = GoldenValues.numbers(golden.get("q"));
    for (Map.Entry<String, JsonNode> row : golden.get("f").properties()) {
      double[] f = GoldenValues.numbers(row.getValue());
      for (int i = 0; i < q.length; i++) {
        assertRelative(FormFactors.ofRow(Integer.parseInt(row.getKey()), q[i]), f[i], RELATIVE);
      }
    }
  }

  @Test
  void scatteringVectorsAndSolidAngles() throws IOException {
    for (JsonNode pixel : GoldenValues.intermediate().get("pixels")) {
      double x = detector.offset(pixel.get("col").asInt());
      double y = detector.offset(pixel.get("row").asInt());
      double[] s = Detector.scatteringVector(x, y);
      assertVector(s, pixel.get("S"));
      double omega = pixel.get("solid_angle_sr").asDouble();
      assertRelative(Detector.solidAngle(x, y), omega, RELATIVE);
      for (Map.Entry<String, JsonNode> turned : pixel.get("rotated").properties()) {
        assertVector(orientation(turned.getKey()).apply(s), turned.getValue());
      }
    }
  }

  @Test
  void ringKeepsAsManyPixelsAsThePaper() throws IOException {
    JsonNode constants = GoldenValues.intermediate().get("constants");
    assertThat(kept(5)).isEqualTo(constants.get("kept_pixels_rmin5").asInt());
    assertThat(kept(10)).isEqualTo(constants.get("kept_pixels_rmin10").asInt());
    assertRelative(
        Detector.incidentPhotonsPerSquareMetre(),
        constants.get("I0_photons_per_m2").asDouble(),
        RELATIVE);
  }

  @Test
  void everySingleOrientationAndTheSumsInPhotons() throws IOException {
    try (DataInputStream in = GoldenCase.open("golden-intensities.gz")) {
      int atoms = in.readInt();
      int[] numbers = GoldenCase.bytes(in, atoms);
      double[] scaled = GoldenCase.doubles(in, 3 * atoms);
      for (String name : new String[] {"x-45", "x+45", "y-45", "y+45", "z-45", "z+45"}) {
        double[] pattern = reference.pattern(orientation(name), numbers, scaled);
        assertPhotons(pattern, GoldenCase.floats(in, 4096));
      }
      for (int left = in.readInt(); left > 0; left--) {
        GoldenCase golden = GoldenCase.named(in.readUTF());
        double[] channels = reference.channels(golden.cluster().atomicNumbers(), golden.scaled());
        assertPhotons(channels, GoldenCase.floats(in, GoldenCase.IMAGE));
      }
    }
  }

  private int kept(double inner) {
    Detector ring = new Detector(64, inner, 30);
    int kept = 0;
    for (int i = 0; i < 4096; i++) {
      kept += ring.keeps(i / 64, i % 64) ? 1 : 0;
    }
    return kept;
  }

  private static ReferenceDiffraction.Orientation orientation(String name) {
    return new ReferenceDiffraction.Orientation(
        name.charAt(0) - 'x', Double.parseDouble(name.substring(1)));
  }

  private static void assertVector(double[] s, JsonNode golden) {
    for (int i = 0; i < 3; i++) {
      assertThat(s[i]).isCloseTo(golden.get(i).asDouble(), within(4 * RELATIVE));
    }
  }

  /** Seven digits are stored; below a millionth of the brightest pixel sums only cancel. */
  private static void assertPhotons(double[] made, float[] golden) {
    double most = 0;
    for (float value : golden) {
      most = Math.max(most, value);
    }
    double worst = 0;
    for (int i = 0; i < golden.length; i++) {
      double allowed = 1e-6 * golden[i] + 1e-12 * most;
      worst = Math.max(worst, Math.abs(made[i] - golden[i]) / allowed);
    }
    assertThat(worst).isLessThan(1);
  }

  private static void assertRelative(double made, double golden, double relative) {
    assertThat(made).isCloseTo(golden, withinPercentage(100 * relative));
  }
}
