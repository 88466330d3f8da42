package org.laue.learning.sen;

/** The pose of a capsule: an affine map of the plane, of six raw numbers. */
final class Pose {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double LEAST_SCALE = 0.01;

  private final double scaleX;
  private final double scaleY;
  private final double cos;
  private final double sin;
  private final double shear;
  private final double shiftX;
  private final double shiftY;
  private final double slopeOfScaleX;
  private final double slopeOfScaleY;

  /**
   * @param raw scales, angle in turns, shear, shifts
   * @param at where they begin
   */
  Pose(float[] raw, int at) {
    scaleX = selu(raw[at]) + LEAST_SCALE;
    scaleY = selu(raw[at + 1]) + LEAST_SCALE;
    slopeOfScaleX = seluSlope(raw[at]);
    slopeOfScaleY = seluSlope(raw[at + 1]);
    double angle = 2 * Math.PI * raw[at + 2];
    cos = Math.cos(angle);
    sin = Math.sin(angle);
    shear = Math.tanh(5 * raw[at + 3]);
    shiftX = Math.tanh(5 * raw[at + 4]);
    shiftY = Math.tanh(5 * raw[at + 5]);
  }

  private static double selu(double x) {
    return x > 0 ? SELU_SCALE * x : SELU_SCALE * SELU_ALPHA * Math.expm1(x);
  }

  private static double seluSlope(double x) {
    return x > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * Math.exp(x);
  }

  /** sx cos + h sy sin, -sx sin + h sy cos, tx, sy sin, sy cos, ty. */
  void write(float[] out, int at) {
    out[at] = (float) (scaleX * cos + shear * scaleY * sin);
    out[at + 1] = (float) (-scaleX * sin + shear * scaleY * cos);
    out[at + 2] = (float) shiftX;
    out[at + 3] = (float) (scaleY * sin);
    out[at + 4] = (float) (scaleY * cos);
    out[at + 5] = (float) shiftY;
  }

  /**
   * @param slope of the six entries
   * @param raw that of the raw numbers, to be added to
   */
  void back(float[] slope, float[] raw, int at) {
    double a = slope[at];
    double b = slope[at + 1];
    double d = slope[at + 3];
    double e = slope[at + 4];
    double ofAngle =
        a * (-scaleX * sin + shear * scaleY * cos)
            + b * (-scaleX * cos - shear * scaleY * sin)
            + d * scaleY * cos
            - e * scaleY * sin;
    double ofScaleY = shear * (a * sin + b * cos) + d * sin + e * cos;
    raw[at] += (float) (slopeOfScaleX * (a * cos - b * sin));
    raw[at + 1] += (float) (slopeOfScaleY * ofScaleY);
    raw[at + 2] += (float) (2 * Math.PI * ofAngle);
    raw[at + 3] += (float) (5 * (1 - shear * shear) * scaleY * (a * sin + b * cos));
    raw[at + 4] += (float) (5 * (1 - shiftX * shiftX) * slope[at + 2]);
    raw[at + 5] += (float) (5 * (1 - shiftY * shiftY) * slope[at + 5]);
  }
}
