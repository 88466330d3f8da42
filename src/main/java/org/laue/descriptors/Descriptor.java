package org.laue.descriptors;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.laue.structure.Atoms;

/**
 * What is made of a structure for a network to look at. A function of the structure and the
 * settings alone; what is drawn anew at each showing, a rotation for instance, is the network's
 * ({@code learning.training.Example}).
 */
public interface Descriptor extends Serializable {
  /** A size that is another for each structure. */
  int VARYING = -1;

  /** In tables, models and commands: {@code image}. */
  String name();

  /** Name of the table that holds it: {@code fingerprints}. */
  String table();

  /** Everything that moves a value, by name, in canonical form. */
  Map<String, String> settings();

  /**
   * Sizes of the values, the last running fastest: {3, 64, 64}. The first may be {@link #VARYING}.
   */
  int[] shape();

  /**
   * The values of a structure, as many as {@link #shape} says.
   *
   * @throws org.laue.UserException if this structure has none
   */
  float[] values(Atoms structure);

  /**
   * The same descriptor with the tolerances of another, for comparing the two: how exact a
   * structure is, is the structure's affair.
   */
  default Descriptor withTolerancesOf(Descriptor other) {
    return this;
  }

  /** How values that are practically the same are told; empty where nobody has asked yet. */
  default Optional<Likeness> likeness() {
    return Optional.empty();
  }
}
