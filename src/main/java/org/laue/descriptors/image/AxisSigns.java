package org.laue.descriptors.image;

/**
 * How one of the admissible sign choices of the cell vectors is taken; see {@link
 * StandardOrientation}.
 */
public enum AxisSigns {
  /** The last admissible one: deterministic, the default. */
  LAST,
  /** Any admissible one, by a seed: an augmentation that the original program had by accident. */
  DRAWN
}
