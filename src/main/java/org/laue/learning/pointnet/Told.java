package org.laue.learning.pointnet;

/** What a point is shown with beside its place and its intensity. No turn changes it. */
enum Told {
  /** Nothing, as in the paper. */
  NOTHING("", 0),

  /** The length of its g. */
  LENGTHS("-lengths", 1),

  /** The length and how unlike it the most alike points are, see {@link Equivalents}. */
  EQUIVALENTS("-equivalents", 1 + Equivalents.COUNT),

  /** The length and, each point the same, the cloud's {@link PowderPattern}. */
  POWDER("-powder", 1 + 2 * PowderPattern.LENGTHS);

  /** Behind {@link PointNet#NAME}. */
  final String suffix;

  /** Values for each point. */
  final int width;

  Told(String suffix, int width) {
    this.suffix = suffix;
    this.width = width;
  }
}
