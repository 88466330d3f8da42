package org.laue.prototypes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Three fractional coordinates as crystallographers write them: {@code x,2*x,1/4} or {@code
 * -y,x-y,z+1/2}. Terms are fractions, decimals, names, and whole multiples of names.
 */
final class CoordinateTriplet {
  private record Term(double factor, String name) {}

  private final List<List<Term>> axes;

  private CoordinateTriplet(List<List<Term>> axes) {
    this.axes = axes;
  }

  public static CoordinateTriplet parse(String text) {
    String[] parts = text.split(",");
    if (parts.length != 3) {
      throw new IllegalArgumentException("three coordinates expected: " + text);
    }
    List<List<Term>> axes = new ArrayList<>();
    for (String part : parts) {
      axes.add(terms(part));
    }
    return new CoordinateTriplet(axes);
  }

  private static List<Term> terms(String sum) {
    List<Term> terms = new ArrayList<>();
    for (String signed : sum.strip().split("(?=[+-])")) {
      boolean negative = signed.startsWith("-");
      String term = signed.startsWith("+") || negative ? signed.substring(1) : signed;
      terms.add(term(term, negative ? -1 : 1));
    }
    return terms;
  }

  private static Term term(String text, int sign) {
    int star = text.indexOf('*');
    if (star >= 0) {
      return new Term(sign * number(text.substring(0, star)), text.substring(star + 1));
    }
    return Character.isLetter(text.charAt(0))
        ? new Term(sign, text)
        : new Term(sign * number(text), "");
  }

  private static double number(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Double.parseDouble(text)
        : Double.parseDouble(text.substring(0, slash))
            / Double.parseDouble(text.substring(slash + 1));
  }

  /** Names that need a value. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    axes.forEach(axis -> axis.forEach(term -> names.add(term.name())));
    names.remove("");
    return names;
  }

  /** The three coordinates, in [0, 1). */
  double[] evaluate(Map<String, Double> values) {
    double[] point = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (Term term : axes.get(axis)) {
        sum += term.name().isEmpty() ? term.factor() : term.factor() * values.get(term.name());
      }
      point[axis] = sum - Math.floor(sum);
    }
    return point;
  }
}
