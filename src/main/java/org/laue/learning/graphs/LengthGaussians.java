package org.laue.learning.graphs;

/** The length of a bond as the values of Gaussians, whose centres lie at equal distances from 0. */
public final class LengthGaussians {
  private final int count;
  private final double step;
  private final double square;
  private final double height;
  private final double fall;

  /**
   * @param last centre of the last one, angstrom
   * @param breadth distance at which one has fallen to 1 / e, angstrom
   */
  public LengthGaussians(int count, double last, double breadth) {
    this.count = count;
    this.step = last / (count - 1);
    this.square = breadth * breadth;
    // So high that the mean square of a bond's Gaussians is 1.
    this.height = Math.sqrt(count * step / (breadth * Math.sqrt(Math.PI / 2)));
    this.fall = Math.exp(-2 * step * step / square);
  }

  /** Each from the one before it: their ratios fall by the same factor. */
  public void write(double length, float[] values, int at) {
    double value = height * Math.exp(-length * length / square);
    double ratio = Math.exp((2 * length * step - step * step) / square);
    for (int i = at; i < at + count; i++) {
      values[i] = (float) value;
      value *= ratio;
      ratio *= fall;
    }
  }
}
