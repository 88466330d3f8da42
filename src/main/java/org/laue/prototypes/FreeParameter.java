package org.laue.prototypes;

import java.util.Arrays;
import java.util.List;

/**
 * A degree of freedom that symmetry leaves to a structure type.
 *
 * @param name {@code ca} for c/a, else an internal coordinate
 * @param low smallest value in use, a stated distance from values of higher symmetry
 * @param high largest value in use
 */
public record FreeParameter(String name, double low, double high) {
  /** Share of a bin left empty at each end, so that neighbouring bins do not touch. */
  private static final double GUARD = 0.1;

  public FreeParameter {
    if (!(low < high)) {
      throw new IllegalArgumentException(name + ": " + low + " is not below " + high);
    }
  }

  static FreeParameter parse(String text) {
    String[] words = text.strip().split("\\s+|\\.\\.");
    return new FreeParameter(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  /** Reads several, separated by commas; an empty text has none. */
  static List<FreeParameter> parseAll(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",")).map(FreeParameter::parse).toList();
  }

  /** Whether a value is in the range, its ends included. */
  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** The value at {@code unit} in [0, 1] of the inner part of one of several equal bins. */
  double inBin(int bin, int bins, double unit) {
    double width = (high - low) / bins;
    return low + width * (bin + GUARD + (1 - 2 * GUARD) * unit);
  }
}
