package org.laue.prototypes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.structure.Crystal;

/**
 * A crystal of the embedded set with what is known of it.
 *
 * @param crystal conventional cell, standard setting
 * @param label of its class
 * @param spaceGroup international number that the prototype has by construction
 * @param prototype name in {@link PrototypeTable}
 * @param region see {@link PrototypePlan#region()}
 * @param parameters values of the free parameters by name, in the order of the table
 */
public record PrototypeCrystal(
    Crystal crystal,
    String label,
    int spaceGroup,
    String prototype,
    String region,
    Map<String, Double> parameters) {

  public PrototypeCrystal {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
