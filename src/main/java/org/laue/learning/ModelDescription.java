package org.laue.learning;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.structure.Element;

/**
 * What a model is about.
 *
 * @param network its name, see {@link Networks}
 * @param task what it answers
 * @param descriptor what it looks at, with the settings of what it learned from
 * @param provenance where it comes from: data, seeds, versions, settings
 */
public record ModelDescription(
    String network, Task task, Descriptor descriptor, Map<String, String> provenance) {

  private static final String ELEMENTS = "training.elements";

  public ModelDescription {
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
  }

  /**
   * @throws UserException if no network has this name, or it cannot look at what the descriptor
   *     makes
   */
  NetworkSpec spec() {
    return Networks.named(network, task, descriptor);
  }

  /** The same, of a network that learned from these elements; none where nobody knows them. */
  public ModelDescription withElements(List<Integer> atomicNumbers) {
    return atomicNumbers.isEmpty()
        ? this
        : withProvenance(
            Map.of(
                ELEMENTS,
                atomicNumbers.stream()
                    .map(z -> Element.of(z).symbol())
                    .collect(Collectors.joining(" "))));
  }

  /** Symbols of a structure's elements that the network never saw, where it is known. */
  public List<String> unseen(Atoms structure) {
    String known = provenance.get(ELEMENTS);
    if (known == null) {
      return List.of();
    }
    Set<String> seen = Set.of(known.split(" "));
    return Arrays.stream(structure.atomicNumbers())
        .sorted()
        .distinct()
        .mapToObj(z -> Element.of(z).symbol())
        .filter(symbol -> !seen.contains(symbol))
        .toList();
  }

  /**
   * The classes that it tells apart, in the order of its answers.
   *
   * @throws UserException if it answers numbers
   */
  public ClassScheme classes() {
    if (task instanceof ClassTask classes) {
      return classes.classes();
    }
    throw new UserException(
        "This model answers numbers (%s), here one of classes is needed"
            .formatted(String.join(", ", task.numberColumns())));
  }

  /** Labels of the classes. */
  public List<String> labels() {
    return classes().labels();
  }

  /** Text that is equal for models that answer alike, given equal weights: without provenance. */
  public String identity() {
    return String.join(
        " ", network, task.text(), descriptor.name(), new TreeMap<>(descriptor.settings()) + "");
  }

  ModelDescription withProvenance(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(provenance);
    all.putAll(more);
    return new ModelDescription(network, task, descriptor, all);
  }

  /**
   * @throws UserException naming the first setting that differs and both its values
   */
  public void requireSame(Descriptor given) {
    if (!descriptor.name().equals(given.name())) {
      throw new UserException(
          "This model looks at descriptor %s, these are of %s"
              .formatted(descriptor.name(), given.name()));
    }
    Map<String, String> mine = descriptor.settings();
    Map<String, String> theirs = given.settings();
    for (String key : new TreeMap<>(mine).keySet()) {
      if (!mine.get(key).equals(theirs.get(key))) {
        throw new UserException(
            "This model was trained on descriptor %s with %s = %s, these have %s = %s; make them anew or take another model"
                .formatted(descriptor.name(), key, mine.get(key), key, theirs.get(key)));
      }
    }
  }
}
