package org.laue.learning.pointnet;

/** What a point is shown with beside its place and its intensities. No turn changes it. */
enum Told {
  /** Nothing, as in the paper. */
  NOTHING("") {
    @Override
    int width(int intensities) {
      return 0;
    }
  },

  /** The length of its g. */
  LENGTHS("-lengths") {
    @Override
    int width(int intensities) {
      return 1;
    }
  },

  /** The length and how unlike it the most alike points are, see {@link Equivalents}. */
  EQUIVALENTS("-equivalents") {
    @Override
    int width(int intensities) {
      return 1 + Equivalents.COUNT;
    }
  },

  /** The length and, each point the same, the cloud's {@link PowderPattern}. */
  POWDER("-powder") {
    @Override
    int width(int intensities) {
      return 1 + PowderPattern.width(intensities);
    }
  };

  /** Behind {@link PointNet#NAME}. */
  final String suffix;

  Told(String suffix) {
    this.suffix = suffix;
  }

  /**
   * Values for each point.
   *
   * @param intensities that a point has
   */
  abstract int width(int intensities);
}
