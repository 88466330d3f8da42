package org.laue.descriptors.image;

/**
 * F of every family for both signs of A and of B, summed over the elements of a block. Arrays hold
 * the lanes for +B first, then those for -B ({@link QuarterDetector#bothSigns()}).
 */
final class Amplitudes {
  /** Buffers taken. */
  static final int BUFFERS = 4 * Family.ALL.length;

  private final int lanes;
  private final float[][] real;
  private final float[][] imaginary;

  Amplitudes(LaneBuffers buffers, int lanes) {
    this.lanes = lanes;
    this.real = buffers.take(BUFFERS / 2);
    this.imaginary = buffers.take(BUFFERS / 2);
  }

  void clear() {
    Phases.clear(real);
    Phases.clear(imaginary);
  }

  /**
   * Adds the sums over the atoms of one element.
   *
   * @param weight form factor
   * @param sums real and imaginary part
   */
  void add(Family family, int signA, float[] weight, float[][] sums) {
    int index = index(family, signA);
    Phases.addWeighted(weight, sums[0], real[index], lanes);
    Phases.addWeighted(weight, sums[1], imaginary[index], lanes);
  }

  float[] real(Family family, int signA) {
    return real[index(family, signA)];
  }

  float[] imaginary(Family family, int signA) {
    return imaginary[index(family, signA)];
  }

  static int index(Family family, int signA) {
    return 2 * family.ordinal() + (signA > 0 ? 0 : 1);
  }
}
