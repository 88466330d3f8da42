package org.laue.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.structure.ClassScheme;

/**
 * What a model is about.
 *
 * @param classes in the order of the probabilities
 * @param fingerprint every parameter of the fingerprints it was trained on, in canonical form
 * @param provenance where it comes from: data, seeds, versions, settings
 */
public record ModelDescription(
    ClassScheme classes, Map<String, String> fingerprint, Map<String, String> provenance) {

  public ModelDescription {
    fingerprint = Collections.unmodifiableMap(new TreeMap<>(fingerprint));
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
  }

  /** Labels of the classes. */
  public List<String> labels() {
    return classes.labels();
  }

  /** Text that is equal for models that answer alike, given equal weights: without provenance. */
  public String identity() {
    return classes.text() + " " + fingerprint;
  }

  ModelDescription withProvenance(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(provenance);
    all.putAll(more);
    return new ModelDescription(classes, fingerprint, all);
  }

  /**
   * @throws UserException naming the first parameter that differs and both its values
   */
  void requireSameFingerprint(Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(fingerprint);
    all.putAll(given);
    for (String key : all.keySet()) {
      String mine = fingerprint.getOrDefault(key, "nothing");
      String theirs = given.getOrDefault(key, "nothing");
      if (!mine.equals(theirs)) {
        throw new UserException(
            "This model was trained on fingerprints with %s = %s, these have %s = %s; make them anew or take another model"
                .formatted(key, mine, key, theirs));
      }
    }
  }
}
