package org.laue.prototypes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.laue.structure.CrystalClass;

/**
 * How many crystals of each class a set holds.
 *
 * @param counts by label of every class, in the order of the scheme, 0 where none is wanted
 */
public record Proportions(ClassScheme scheme, Map<String, Integer> counts) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Proportions {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (String label : scheme.labels()) {
      int count = counts.getOrDefault(label, 0);
      if (count < 0) {
        throw new UserException(
            "Count of " + label + " must not be negative, was " + count + where());
      }
      all.put(label, count);
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** As many of each class as of every other, or one more. */
  public static Proportions balanced(ClassScheme scheme, int size) {
    double[] equal = new double[scheme.classes().size()];
    Arrays.fill(equal, 1);
    return split(scheme, size, equal);
  }

  /**
   * The class sizes that the scheme was published with, exact where the set is as large as theirs;
   * scaled elsewhere, where no class falls below one crystal.
   */
  public static Proportions published(ClassScheme scheme, int size) {
    double[] weights =
        scheme.classes().stream().mapToDouble(CrystalClass::publishedCount).toArray();
    if (Arrays.stream(weights).anyMatch(weight -> weight <= 0)) {
      throw new UserException(
          "Class scheme "
              + scheme.name()
              + " does not say how many crystals of each class its paper had; write 'balanced' or"
              + " counts"
              + where());
    }
    Map<String, Integer> counts = new LinkedHashMap<>(split(scheme, size, weights).counts());
    for (String label : scheme.labels()) {
      if (counts.get(label) == 0 && size >= counts.size()) {
        String largest = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        counts.merge(largest, -1, Integer::sum);
        counts.put(label, 1);
      }
    }
    return new Proportions(scheme, counts);
  }

  /**
   * Reads {@code balanced}, {@code paper}, or counts such as {@code bcc=20, hex/rh=30}, whose sum
   * then is the size.
   */
  public static Proportions parse(ClassScheme scheme, String text, int size) {
    if (size < 0) {
      throw new UserException("Size must not be negative, was " + size + " (prototypes.size)");
    }
    return switch (text.strip()) {
      case "balanced" -> balanced(scheme, size);
      case "paper" -> published(scheme, size);
      default -> explicit(scheme, text);
    };
  }

  private static Proportions explicit(ClassScheme scheme, String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String entry : text.split(",")) {
      String[] sides = entry.split("=", -1);
      String label =
          scheme
              .find(sides[0].strip())
              .map(CrystalClass::label)
              .orElseThrow(() -> unreadable(scheme.labels(), text));
      if (sides.length != 2 || !sides[1].strip().matches("\\d{1,8}")) {
        throw unreadable(scheme.labels(), text);
      }
      if (counts.put(label, Integer.parseInt(sides[1].strip())) != null) {
        throw new UserException("Class " + label + " is counted twice" + where());
      }
    }
    return new Proportions(scheme, counts);
  }

  private static UserException unreadable(List<String> labels, String text) {
    return new UserException(
        "Proportions must be 'balanced', 'paper' or counts like '%s=20, %s=30' of %s, was '%s'%s"
            .formatted(labels.get(0), labels.get(1), String.join(", ", labels), text, where()));
  }

  private static String where() {
    return " (prototypes.proportions)";
  }

  /** Crystals of all classes together. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Proportions split(ClassScheme scheme, int size, double[] weights) {
    int[] parts = LargestRemainder.split(size, weights);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String label : scheme.labels()) {
      counts.put(label, parts[counts.size()]);
    }
    return new Proportions(scheme, counts);
  }
}
