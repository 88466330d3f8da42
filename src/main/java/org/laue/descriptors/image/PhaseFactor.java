package org.laue.descriptors.image;

/** exp(-2 pi i s x) for one component s of all lanes; the last is kept, as columns share x1. */
final class PhaseFactor {
  /** Buffers taken. */
  static final int BUFFERS = 2;

  private final float[][] phases;
  private final int lanes;
  private float[] component;
  private float last;

  PhaseFactor(LaneBuffers buffers, int lanes) {
    this.phases = buffers.take(BUFFERS);
    this.lanes = lanes;
  }

  /** Turns to another component. */
  void begin(float[] component) {
    this.component = component;
    this.last = Float.NaN;
  }

  /** Real and imaginary part [2][lanes], good until the next call. */
  float[][] at(float x) {
    if (x != last) {
      Phases.turn(component, x, phases[0], phases[1], lanes);
      last = x;
    }
    return phases;
  }
}
