package org.laue.prototypes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laue.StableRandom;

/**
 * Regions of a prototype, for splits that do not put near-duplicates on both sides. One free
 * parameter is cut into eight bins, the first two of several into three each; a tenth of each bin
 * stays empty at either end. Without a free parameter all crystals of a type differ in their
 * element alone, and regions are groups of elements.
 */
final class Regions {
  private static final int BINS_OF_ONE = 8;
  private static final int BINS_OF_EACH = 3;

  /** Last atomic number of each group of elements: noble gases and the ends of the d and f rows. */
  private static final int[] GROUP_ENDS = {10, 18, 30, 38, 48, 56, 71, 80, 118};

  private Regions() {}

  /** Number of parameter bins; 1 without a free parameter. */
  static int count(Prototype prototype) {
    return switch (prototype.parameters().size()) {
      case 0 -> 1;
      case 1 -> BINS_OF_ONE;
      default -> BINS_OF_EACH * BINS_OF_EACH;
    };
  }

  static String name(Prototype prototype, int atomicNumber, int region) {
    if (!prototype.parameters().isEmpty()) {
      return prototype.name() + "/" + region;
    }
    int group = 0;
    while (GROUP_ENDS[group] < atomicNumber) {
      group++;
    }
    int first = group == 0 ? 1 : GROUP_ENDS[group - 1] + 1;
    return prototype.name() + "/Z" + first + "-" + GROUP_ENDS[group];
  }

  /** Values of all free parameters, drawn inside a region; in the order of the table. */
  static Map<String, Double> draw(Prototype prototype, int region, StableRandom random) {
    List<FreeParameter> parameters = prototype.parameters();
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      FreeParameter parameter = parameters.get(i);
      int bins = bins(parameters.size(), i);
      int bin = i == 0 ? region % bins : region / BINS_OF_EACH;
      values.put(parameter.name(), parameter.inBin(bins == 1 ? 0 : bin, bins, random.nextDouble()));
    }
    return values;
  }

  private static int bins(int parameters, int index) {
    if (parameters == 1) {
      return BINS_OF_ONE;
    }
    return index < 2 ? BINS_OF_EACH : 1;
  }
}
