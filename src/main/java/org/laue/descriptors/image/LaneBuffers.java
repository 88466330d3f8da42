package org.laue.descriptors.image;

/**
 * Buffers of one float a lane whose data lie a whole number of cache lines apart, so that a loop
 * over several of them is aligned on all if it is aligned on one. They are made together, because
 * an object between two of them would shift the second.
 */
final class LaneBuffers {
  private final float[][] buffers;
  private int taken;

  /**
   * @param count buffers in all
   */
  LaneBuffers(int count, int lanes) {
    this.buffers = new float[count][lanes(lanes)];
  }

  /**
   * Least number of lanes from {@code needed} on that leaves little for scalar code: with the 16
   * bytes of an array header, 16 k + 12 floats fill whole lines of 64 bytes, so the loops that
   * HotSpot puts before and after the vectors walk 12 to 14 lanes and not up to 31.
   */
  static int lanes(int needed) {
    return (needed + 3) / 16 * 16 + 12;
  }

  float[][] take(int count) {
    float[][] some = new float[count][];
    System.arraycopy(buffers, taken, some, 0, count);
    taken += count;
    return some;
  }
}
