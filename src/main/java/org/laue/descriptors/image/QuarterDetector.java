package org.laue.descriptors.image;

import org.laue.BuiltOnce;

/**
 * The kept pixels with X > 0 and Y > 0, one lane each; the other three quarters follow by signs.
 * Arrays are float [lanes] in 1/bond length unless said otherwise; the lanes beyond the pixels hold
 * zeros.
 */
final class QuarterDetector {
  private static final double HALF_ROOT = Math.sqrt(0.5);

  private final Detector detector;
  private final int pixels;
  private final int lanes;
  private final int[] columns;
  private final int[] rows;
  private final double[] q;

  /** S_x, S_y, S_z, (S_y - S_z)/sqrt 2 and (S_y + S_z)/sqrt 2 in double precision. */
  private final double[][] exact;

  private final float[][] rounded;
  private final float[][] twice;
  private final float[][] mirrored;

  /** Form factors per atomic number, made when first needed. */
  private final BuiltOnce<float[]> formFactors =
      new BuiltOnce<>(FormFactors.MAX_ATOMIC_NUMBER + 1, this::bothSignsOf);

  QuarterDetector(Detector detector) {
    this.detector = detector;
    int half = detector.pixels() / 2;
    this.columns = new int[half * half];
    this.rows = new int[half * half];
    int count = 0;
    for (int row = half; row < 2 * half; row++) {
      for (int column = half; column < 2 * half; column++) {
        if (detector.keeps(row, column)) {
          rows[count] = row;
          columns[count++] = column;
        }
      }
    }
    this.pixels = count;
    this.lanes = Phases.Buffers.lanes(pixels);
    this.q = new double[pixels];
    this.exact = new double[Component.values().length][pixels];
    for (int lane = 0; lane < pixels; lane++) {
      fill(lane);
    }
    int components = exact.length;
    this.rounded = new Phases.Buffers(components, lanes).take(components);
    Phases.Buffers buffers = new Phases.Buffers(2 * components, bothSigns());
    this.twice = buffers.take(components);
    this.mirrored = buffers.take(components);
    for (int i = 0; i < components; i++) {
      for (int lane = 0; lane < pixels; lane++) {
        rounded[i][lane] = (float) exact[i][lane];
        twice[i][lane] = rounded[i][lane];
        twice[i][lanes + lane] = rounded[i][lane];
        mirrored[i][lane] = rounded[i][lane];
        mirrored[i][lanes + lane] = -rounded[i][lane];
      }
    }
  }

  /** Components of the scattering vector that the six orientations need. */
  enum Component {
    X,
    Y,
    Z,
    /** (S_y - S_z)/sqrt 2. */
    DIFFERENCE,
    /** (S_y + S_z)/sqrt 2. */
    SUM
  }

  private void fill(int lane) {
    double x = detector.offset(columns[lane]);
    double y = detector.offset(rows[lane]);
    double[] s = Detector.scatteringVector(x, y);
    q[lane] = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    exact[Component.X.ordinal()][lane] = s[0];
    exact[Component.Y.ordinal()][lane] = s[1];
    exact[Component.Z.ordinal()][lane] = s[2];
    exact[Component.DIFFERENCE.ordinal()][lane] = HALF_ROOT * (s[1] - s[2]);
    exact[Component.SUM.ordinal()][lane] = HALF_ROOT * (s[1] + s[2]);
  }

  /** Lanes that stand for a pixel; they come first. */
  int pixels() {
    return pixels;
  }

  int lanes() {
    return lanes;
  }

  /** Lanes of an array that holds all lanes twice, the second time from {@link #lanes()} on. */
  int bothSigns() {
    return Phases.Buffers.lanes(lanes + pixels);
  }

  /** Detector column of a lane, in the upper half. */
  int column(int lane) {
    return columns[lane];
  }

  int row(int lane) {
    return rows[lane];
  }

  /** One component over all lanes; shared, not to be written. */
  float[] component(Component component) {
    return rounded[component.ordinal()];
  }

  /** One component for both signs: [s, s]; shared, not to be written. */
  float[] twice(Component component) {
    return twice[component.ordinal()];
  }

  /** One component for both signs: [s, -s]; shared, not to be written. */
  float[] mirrored(Component component) {
    return mirrored[component.ordinal()];
  }

  double exact(Component component, int lane) {
    return exact[component.ordinal()][lane];
  }

  /** Form factor of an element for both signs; shared, not to be written. */
  float[] formFactor(int atomicNumber) {
    return formFactors.get(atomicNumber);
  }

  private float[] bothSignsOf(int atomicNumber) {
    float[] made = new float[bothSigns()];
    for (int lane = 0; lane < pixels; lane++) {
      made[lane] = (float) FormFactors.shifted(atomicNumber, q[lane]);
      made[lanes + lane] = made[lane];
    }
    return made;
  }
}
