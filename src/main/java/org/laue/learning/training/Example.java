package org.laue.learning.training;

import java.io.Serializable;

/**
 * One thing to learn from, as a network is shown it once.
 *
 * @param values of the descriptor, flattened; not copied, not changed
 * @param target what the network should answer, see {@link Task#target}
 * @param draw seed of what is drawn for this showing, for instance a rotation; another whenever the
 *     thing is shown again, the same in every run of one seed
 */
public record Example(float[] values, float[] target, long draw) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A thing that is only asked about. */
  public static Example shown(float[] values, long draw) {
    return new Example(values, new float[0], draw);
  }
}
