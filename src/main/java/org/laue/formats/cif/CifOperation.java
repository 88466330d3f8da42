package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/** A symmetry operation on fractional columns, x' = W x + w, with W row-major [9] and w [3]. */
final class CifOperation {
  /** Largest relative misfit between a cell and its own operation. */
  private static final double CELL_MISFIT = 0.03;

  /** Translations of all tabulated settings are multiples of 1/24. */
  private static final int PARTS = 24;

  /** How far a rounded one (0.33, 0.667) may be from it, in parts. */
  private static final double ROUNDED = 0.12;

  static final CifOperation IDENTITY = parse("x,y,z");

  private final double[] rotation = new double[9];
  private final double[] translation = new double[3];

  private CifOperation() {}

  /** Reads a triplet such as {@code -y+1/2, x-y, 0.25+z}. */
  static CifOperation parse(String text) {
    String[] rows = text.replaceAll("[\\s'\"]", "").toLowerCase(Locale.ROOT).split(",", -1);
    CifOperation operation = new CifOperation();
    if (rows.length != 3 || text.length() > 200) {
      throw unreadable(text);
    }
    for (int row = 0; row < 3; row++) {
      operation.parseRow(rows[row], row, text);
    }
    if (Math.abs(Math.abs(operation.determinant()) - 1) > 1e-6) {
      throw unreadable(text);
    }
    return operation;
  }

  private static UserException unreadable(String text) {
    return new UserException(
        "Symmetry operation must be like -x+1/2,y,z, was " + LineSource.shown(text));
  }

  private void parseRow(String terms, int row, String text) {
    if (terms.isEmpty()) {
      throw unreadable(text);
    }
    for (String term : terms.split("(?<=[^+-])(?=[+-])", -1)) {
      int sign = term.startsWith("-") ? -1 : 1;
      String body = term.replaceFirst("^[+-]", "");
      int axis = body.isEmpty() ? -1 : "xyz".indexOf(body.charAt(body.length() - 1));
      if (axis >= 0) {
        String factor = body.substring(0, body.length() - 1).replaceFirst("\\*$", "");
        rotation[3 * row + axis] += sign * (factor.isEmpty() ? 1 : fraction(factor, text));
      } else {
        translation[row] += sign * fraction(body, text);
      }
    }
  }

  private static double fraction(String body, String text) {
    if (!body.matches("\\d{0,9}\\.?\\d{0,15}(/\\d{1,9})?")) {
      throw unreadable(text);
    }
    int slash = body.indexOf('/');
    double value =
        Numbers.isNumber(slash < 0 ? body : body.substring(0, slash))
            ? Double.parseDouble(slash < 0 ? body : body.substring(0, slash))
            : Double.NaN;
    double result = slash < 0 ? value : value / Integer.parseInt(body.substring(slash + 1));
    if (!Double.isFinite(result)) {
      throw unreadable(text);
    }
    return result;
  }

  boolean isIdentity() {
    return key().equals(IDENTITY.key());
  }

  /** This operation after another one. */
  CifOperation after(CifOperation first) {
    CifOperation product = new CifOperation();
    System.arraycopy(Matrix3.multiply(rotation, first.rotation), 0, product.rotation, 0, 9);
    System.arraycopy(apply(first.translation), 0, product.translation, 0, 3);
    return product;
  }

  /**
   * The same for operations that differ by lattice translations or by the rounding of thirds: W,
   * and w in 24ths where it is one, else to three digits, modulo 1.
   */
  List<Long> key() {
    List<Long> key = new ArrayList<>(12);
    for (double entry : rotation) {
      key.add(Math.round(1000 * entry));
    }
    for (double w : translation) {
      long parts = Math.round(PARTS * w);
      boolean tabulated = Math.abs(PARTS * w - parts) < ROUNDED;
      double inside = tabulated ? Math.floorMod(parts, PARTS) / (double) PARTS : w - Math.floor(w);
      key.add(Math.floorMod(Math.round(1000 * inside), 1000L));
    }
    return key;
  }

  /** The metric tensor W^T G W [9] of the turned cell. */
  double[] turned(double[] metric) {
    double[] turned = new double[9];
    for (int i = 0; i < 9; i++) {
      turned[i] = rotated(metric, i / 3, i % 3);
    }
    return turned;
  }

  private double determinant() {
    double[] m = rotation;
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /**
   * @throws UserException if the operation changes lengths or angles of the cell
   */
  void requireFit(Lattice lattice) {
    if (!fits(lattice)) {
      throw new UserException(
          "Symmetry operation " + this + " does not fit the cell; one of them is wrong");
    }
  }

  /** Whether lengths and angles of the cell stay as they are. */
  boolean fits(Lattice lattice) {
    double[] metric = lattice.metric();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double scale = Math.sqrt(metric[4 * i] * metric[4 * j]);
        if (Math.abs(rotated(metric, i, j) - metric[3 * i + j]) > CELL_MISFIT * scale) {
          return false;
        }
      }
    }
    return true;
  }

  /** Element (i, j) of W^T G W. */
  private double rotated(double[] metric, int i, int j) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        sum += rotation[3 * k + i] * metric[3 * k + l] * rotation[3 * l + j];
      }
    }
    return sum;
  }

  double[] apply(double[] x) {
    double[] image = new double[3];
    for (int row = 0; row < 3; row++) {
      image[row] =
          rotation[3 * row] * x[0]
              + rotation[3 * row + 1] * x[1]
              + rotation[3 * row + 2] * x[2]
              + translation[row];
    }
    return image;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 3; row++) {
      text.append(row == 0 ? "" : ",");
      for (int axis = 0; axis < 3; axis++) {
        double factor = rotation[3 * row + axis];
        if (factor != 0) {
          text.append(factor < 0 ? "-" : "+").append("xyz".charAt(axis));
        }
      }
      text.append(
          translation[row] == 0 ? "" : String.format(Locale.ROOT, "%+.4f", translation[row]));
    }
    return text.toString();
  }
}
