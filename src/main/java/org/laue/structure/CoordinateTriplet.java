package org.laue.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Three fractional coordinates as the International Tables and everybody after them write them:
 * {@code x,2x,1/4}, {@code -y,x-y,z+1/2} or {@code u,2*u,0.25}. Terms are fractions, decimals,
 * names, and multiples of names.
 */
public final class CoordinateTriplet {
  private static final String PARAMETERS = "xyz";

  /** A constant has the empty name. */
  private record Term(double factor, String name) {}

  private final List<List<Term>> axes = new ArrayList<>();

  private CoordinateTriplet() {}

  public static CoordinateTriplet parse(String text) {
    String[] parts = text.split(",");
    if (parts.length != 3) {
      throw new IllegalArgumentException("Not three coordinates: " + text);
    }
    CoordinateTriplet triplet = new CoordinateTriplet();
    for (String part : parts) {
      triplet.axes.add(terms(part));
    }
    return triplet;
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
    int name = 0;
    while (name < text.length() && !Character.isLetter(text.charAt(name))) {
      name++;
    }
    if (name == text.length()) {
      return new Term(sign * number(text), "");
    }
    String factor = text.substring(0, name).replace("*", "");
    return new Term(factor.isEmpty() ? sign : sign * number(factor), text.substring(name));
  }

  private static double number(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Double.parseDouble(text)
        : Double.parseDouble(text.substring(0, slash))
            / Double.parseDouble(text.substring(slash + 1));
  }

  /** Names that need a value. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    axes.forEach(axis -> axis.forEach(term -> names.add(term.name())));
    names.remove("");
    return names;
  }

  /** The three coordinates, in [0, 1). */
  public double[] evaluate(Map<String, Double> values) {
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

  /** The coordinates where every name is 0, as they are written. */
  public double[] offset() {
    double[] offset = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      for (Term term : axes.get(axis)) {
        offset[axis] += term.name().isEmpty() ? term.factor() : 0;
      }
    }
    return offset;
  }

  /**
   * Directions [x, y, z][coordinate] in which the point moves with x, y and z; zero where one does
   * not occur. Their factors must be whole numbers.
   */
  public int[][] directions() {
    int[][] directions = new int[3][3];
    for (int axis = 0; axis < 3; axis++) {
      for (Term term : axes.get(axis)) {
        if (!term.name().isEmpty()) {
          directions[PARAMETERS.indexOf(term.name())][axis] += (int) Math.rint(term.factor());
        }
      }
    }
    return directions;
  }
}
