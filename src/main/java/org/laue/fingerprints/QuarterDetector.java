package org.laue.fingerprints;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The kept pixels with X > 0 and Y > 0, one lane each; the other three quarters follow by signs.
 * Arrays are float [lanes] in 1/bond length unless said otherwise.
 */
final class QuarterDetector {
  private static final double HALF_ROOT = Math.sqrt(0.5);

  private final Detector detector;
  private final int lanes;
  private final int[] columns;
  private final int[] rows;
  private final double[] q;

  /** S_x, S_y, S_z, (S_y - S_z)/sqrt 2 and (S_y + S_z)/sqrt 2 in double precision. */
  private final double[][] exact;

  private final float[][] rounded;

  /** Form factors per atomic number, made when first needed. */
  private final AtomicReferenceArray<float[]> formFactors =
      new AtomicReferenceArray<>(FormFactors.MAX_ATOMIC_NUMBER + 1);

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
    this.lanes = count;
    this.q = new double[lanes];
    this.exact = new double[Component.values().length][lanes];
    this.rounded = new float[exact.length][];
    for (int lane = 0; lane < lanes; lane++) {
      fill(lane);
    }
    for (int i = 0; i < exact.length; i++) {
      rounded[i] = new float[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        rounded[i][lane] = (float) exact[i][lane];
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

  int lanes() {
    return lanes;
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

  double exact(Component component, int lane) {
    return exact[component.ordinal()][lane];
  }

  /** Form factor of an element over all lanes; shared, not to be written. */
  float[] formFactor(int atomicNumber) {
    float[] known = formFactors.get(atomicNumber);
    if (known != null) {
      return known;
    }
    float[] made = new float[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      made[lane] = (float) FormFactors.shifted(atomicNumber, q[lane]);
    }
    formFactors.set(atomicNumber, made);
    return made;
  }
}
