package org.laue.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three fractional coordinates as the International Tables and everybody after them write them:
 * {@code x,2x,1/4}, {@code -y,x-y,z+1/2} or {@code u,2*u,0.25}. Terms are fractions, decimals,
 * names, and multiples of names; spaces say nothing.
 */
public final class CoordinateTriplet {
  static final String PARAMETERS = "xyz";

  private static final int LONGEST = 200;

  /** A sign, a number, a name; one of the latter two may be missing. */
  private static final Pattern TERM =
      Pattern.compile(
          "([+-]?)(?:(\\d{1,9}\\.?\\d{0,15}|\\.\\d{1,15})(?:/(\\d{1,9}))?)?(?:\\*?([A-Za-z]+))?");

  /** A constant has the empty name. */
  private record Term(double factor, String name) {}

  private final String text;
  private final List<List<Term>> axes = new ArrayList<>();

  private CoordinateTriplet(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if the text is no triplet
   */
  public static CoordinateTriplet parse(String text) {
    CoordinateTriplet triplet = new CoordinateTriplet(text);
    String[] parts = text.split(",", -1);
    if (parts.length != 3 || text.length() > LONGEST) {
      throw triplet.unreadable();
    }
    for (String part : parts) {
      triplet.axes.add(triplet.terms(part.replaceAll("\\s", "")));
    }
    return triplet;
  }

  private List<Term> terms(String sum) {
    List<Term> terms = new ArrayList<>();
    for (String term : sum.split("(?<=[^+-])(?=[+-])", -1)) {
      Matcher parts = TERM.matcher(term);
      if (!parts.matches() || parts.group(2) == null && parts.group(4) == null) {
        throw unreadable();
      }
      double factor = number(parts.group(2), parts.group(3));
      String name = parts.group(4) == null ? "" : parts.group(4);
      terms.add(new Term(parts.group(1).equals("-") ? -factor : factor, name));
    }
    return terms;
  }

  private double number(String numerator, String denominator) {
    double above = numerator == null ? 1 : Double.parseDouble(numerator);
    double number = denominator == null ? above : above / Double.parseDouble(denominator);
    if (!Double.isFinite(number)) {
      throw unreadable();
    }
    return number;
  }

  private IllegalArgumentException unreadable() {
    return new IllegalArgumentException("Not three coordinates such as -y,x-y,z+1/2: " + text);
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
   * not occur.
   *
   * @throws IllegalArgumentException if there are other names, or factors that are not whole
   */
  public int[][] directions() {
    double[][] factors = new double[3][3];
    for (int axis = 0; axis < 3; axis++) {
      for (Term term : axes.get(axis)) {
        if (!term.name().isEmpty()) {
          factors[parameter(term.name())][axis] += term.factor();
        }
      }
    }
    int[][] whole = new int[3][3];
    for (int i = 0; i < 9; i++) {
      double factor = factors[i / 3][i % 3];
      whole[i / 3][i % 3] = (int) Math.rint(factor);
      if (Math.abs(factor - Math.rint(factor)) > 1e-6) {
        throw unreadable();
      }
    }
    return whole;
  }

  private int parameter(String name) {
    int parameter = name.length() == 1 ? PARAMETERS.indexOf(name) : -1;
    if (parameter < 0) {
      throw unreadable();
    }
    return parameter;
  }
}
