package org.laue.prototypes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.laue.UserException;
import org.laue.structure.CrystalClass;

/**
 * How many crystals of each class a set holds.
 *
 * @param counts of every class, 0 where none is wanted
 */
public record Proportions(Map<CrystalClass, Integer> counts) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Crystals per class in Ziletti et al. 2018, in the order of {@link CrystalClass}. */
  private static final double[] PAPER = {2601, 221, 842, 910, 2761, 3178, 4};

  public static final int PAPER_SIZE = 10_517;

  public Proportions {
    EnumMap<CrystalClass, Integer> all = new EnumMap<>(CrystalClass.class);
    for (CrystalClass c : CrystalClass.values()) {
      int count = counts.getOrDefault(c, 0);
      if (count < 0) {
        throw new UserException(
            "Count of " + c.label() + " must not be negative, was " + count + where());
      }
      all.put(c, count);
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** As many of each class as of every other, or one more. */
  public static Proportions balanced(int size) {
    double[] equal = new double[CrystalClass.values().length];
    Arrays.fill(equal, 1);
    return split(size, equal);
  }

  /**
   * The paper's class sizes, exact at {@link #PAPER_SIZE}; scaled elsewhere, where no class falls
   * below one crystal.
   */
  public static Proportions paper(int size) {
    Proportions scaled = split(size, PAPER);
    EnumMap<CrystalClass, Integer> counts = new EnumMap<>(scaled.counts());
    if (counts.get(CrystalClass.SC) == 0 && size >= counts.size()) {
      counts.put(CrystalClass.SC, 1);
      counts.merge(CrystalClass.HEX_RH, -1, Integer::sum);
    }
    return new Proportions(counts);
  }

  /**
   * Reads {@code balanced}, {@code paper}, or counts such as {@code bcc=20, hex/rh=30}, whose sum
   * then is the size.
   */
  public static Proportions parse(String text, int size) {
    if (size < 0) {
      throw new UserException("Size must not be negative, was " + size + " (prototypes.size)");
    }
    return switch (text.strip()) {
      case "balanced" -> balanced(size);
      case "paper" -> paper(size);
      default -> explicit(text);
    };
  }

  private static Proportions explicit(String text) {
    EnumMap<CrystalClass, Integer> counts = new EnumMap<>(CrystalClass.class);
    for (String entry : text.split(",")) {
      String[] sides = entry.split("=", -1);
      CrystalClass label =
          CrystalClass.ofLabel(sides[0].strip()).orElseThrow(() -> unreadable(text));
      if (sides.length != 2 || !sides[1].strip().matches("\\d{1,8}")) {
        throw unreadable(text);
      }
      if (counts.put(label, Integer.parseInt(sides[1].strip())) != null) {
        throw new UserException("Class " + label.label() + " is counted twice" + where());
      }
    }
    return new Proportions(counts);
  }

  private static UserException unreadable(String text) {
    return new UserException(
        "Proportions must be 'balanced', 'paper' or counts like 'bcc=20, fcc=30' of "
            + String.join(", ", CrystalClass.labels())
            + ", was '"
            + text
            + "'"
            + where());
  }

  private static String where() {
    return " (prototypes.proportions)";
  }

  /** Crystals of all classes together. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Proportions split(int size, double[] weights) {
    int[] parts = LargestRemainder.split(size, weights);
    EnumMap<CrystalClass, Integer> counts = new EnumMap<>(CrystalClass.class);
    for (CrystalClass c : CrystalClass.values()) {
      counts.put(c, parts[c.ordinal()]);
    }
    return new Proportions(counts);
  }
}
