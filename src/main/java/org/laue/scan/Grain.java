package org.laue.scan;

import java.io.Serializable;

/**
 * Atoms of one class that hang together and are turned alike.
 *
 * @param number from 1, the largest first
 * @param kind class of its atoms
 * @param atoms how many
 * @param boundaryAtoms of these, how many have an atom of another grain, or of none, next to them
 * @param quaternion mean turn (x, y, z, w), reduced
 */
public record Grain(int number, LocalClass kind, int atoms, int boundaryAtoms, double[] quaternion)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Smallest angle, in degrees, of a turn that takes this grain's lattice onto that of another of
   * the same class.
   */
  public double degreesFrom(Grain other) {
    return Symmetry.misorientation(turn(), other.turn(), kind.isHexagonal());
  }

  private double[] turn() {
    return Quaternions.matrix(quaternion[0], quaternion[1], quaternion[2], quaternion[3]);
  }
}
