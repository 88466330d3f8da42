package org.laue.symmetry.operations;

/** Whose answers the finder gives where releases of Spglib differ. */
public enum SpglibCompat {
  /**
   * Spglib 1.9.10 and later, measured against 2.0.2: the pure translations found are closed as a
   * group, so that a noisy supercell is recognised although some of its translations miss the
   * tolerance.
   */
  V2,

  /**
   * Spglib 1.9.9 and earlier: each pure translation must itself pass the tolerance. Reproduces the
   * rows of Ziletti et al., Nat. Commun. 9, 2775 (2018).
   */
  V1_9_9
}
