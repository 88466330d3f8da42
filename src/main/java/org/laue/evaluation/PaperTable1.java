package org.laue.evaluation;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The accuracies in percent that Ziletti et al., Nat. Commun. 9, 2775 (2018), print in Table 1 and
 * its supplementary tables, as far as they are known here. Empty means: not printed or not known.
 */
public final class PaperTable1 {
  private static final Map<Double, Double> CONVNET_DISPLACEMENT_BELOW_100 =
      Map.of(0.08, 99.97, 0.10, 99.91);
  private static final Map<Double, Double> CONVNET_VACANCY_BELOW_100 =
      Map.of(0.5, 99.56, 0.6, 97.18, 0.7, 89.05);
  private static final Map<Double, Double> MEDIUM_DISPLACEMENT = Map.of(0.001, 73.70);
  private static final Map<Double, Double> LOOSE_DISPLACEMENT =
      Map.of(0.001, 99.99, 0.002, 99.99, 0.005, 99.99, 0.01, 75.22);
  private static final double LARGEST_DISPLACEMENT = 0.10;
  private static final double LARGEST_VACANCY = 0.7;

  private PaperTable1() {}

  public static OptionalDouble accuracyPercent(Condition condition, Method method) {
    if (method == Method.CONVNET_PRODUCT) {
      return OptionalDouble.empty();
    }
    return switch (condition.defect()) {
      case "pristine" -> pristine(method);
      case "displacement" -> displacement(condition.level(), method);
      case "vacancy" -> vacancy(condition.level(), method);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble pristine(Method method) {
    return method == Method.CONVNET ? OptionalDouble.of(100) : OptionalDouble.empty();
  }

  private static OptionalDouble displacement(double sigma, Method method) {
    if (method == Method.CONVNET) {
      return sigma <= LARGEST_DISPLACEMENT
          ? OptionalDouble.of(CONVNET_DISPLACEMENT_BELOW_100.getOrDefault(sigma, 100.0))
          : OptionalDouble.empty();
    }
    if (sigma != 0.001 && sigma != 0.002 && sigma != 0.005 && sigma != 0.01 && sigma != 0.02) {
      return OptionalDouble.empty();
    }
    return switch (method.setting()) {
      case BASELINE_MEDIUM -> OptionalDouble.of(MEDIUM_DISPLACEMENT.getOrDefault(sigma, 0.0));
      case BASELINE_LOOSE -> OptionalDouble.of(LOOSE_DISPLACEMENT.getOrDefault(sigma, 0.0));
      default -> OptionalDouble.of(0);
    };
  }

  private static OptionalDouble vacancy(double fraction, Method method) {
    if (method == Method.CONVNET) {
      return fraction <= LARGEST_VACANCY
          ? OptionalDouble.of(CONVNET_VACANCY_BELOW_100.getOrDefault(fraction, 100.0))
          : OptionalDouble.empty();
    }
    return fraction >= 0.02 && fraction <= 0.25 ? OptionalDouble.of(0) : OptionalDouble.empty();
  }
}
