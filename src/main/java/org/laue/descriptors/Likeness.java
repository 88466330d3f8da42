package org.laue.descriptors;

import java.io.Serializable;

/** When two structures look practically the same to a descriptor. */
public interface Likeness extends Serializable {

  /** A number that is equal for values that are practically the same, to count distinct ones. */
  long signature(float[] values);

  /**
   * @param values of some structures, [structures][values]; not copied
   */
  Known known(float[][] values);

  /** Some values, to find others that nearly equal one of them. */
  interface Known extends Serializable {

    /** Whether no value of the given differs by more than the limit from one of these. */
    boolean holdsNear(float[] values, float limit);
  }
}
