package org.laue.symmetry.operations;

import java.util.Arrays;
import org.laue.symmetry.lattice.IntMatrix;

/**
 * Coordinates as the International Tables print them, {@code x,2x,1/4}: an offset and one integer
 * direction per free parameter.
 */
public final class CoordinateTriplet {
  /** Tables are exact in twenty-fourths; this is far below. */
  private static final double EXACT = 1e-6;

  private final double[] offset = new double[3];

  /** Coefficients [parameter x, y, z][coordinate]. */
  private final int[][] coefficients = new int[3][3];

  private CoordinateTriplet() {}

  public static CoordinateTriplet parse(String text) {
    CoordinateTriplet triplet = new CoordinateTriplet();
    String[] parts = text.split(",");
    if (parts.length != 3) {
      throw new IllegalArgumentException("Not three coordinates: " + text);
    }
    for (int i = 0; i < 3; i++) {
      for (String term : parts[i].replace("-", "+-").split("\\+")) {
        if (!term.isEmpty()) {
          triplet.add(i, term);
        }
      }
    }
    return triplet;
  }

  private void add(int coordinate, String term) {
    int parameter = "xyz".indexOf(term.charAt(term.length() - 1));
    if (parameter >= 0) {
      String factor = term.substring(0, term.length() - 1);
      coefficients[parameter][coordinate] +=
          factor.isEmpty() ? 1 : factor.equals("-") ? -1 : Integer.parseInt(factor);
    } else {
      int slash = term.indexOf('/');
      offset[coordinate] +=
          slash < 0
              ? Integer.parseInt(term)
              : Double.parseDouble(term.substring(0, slash))
                  / Integer.parseInt(term.substring(slash + 1));
    }
  }

  public double[] offset() {
    return offset.clone();
  }

  /** Directions of the free parameters x, y, z; zero where one does not occur. */
  public int[][] directions() {
    return coefficients;
  }

  /** Whether the operation, up to a lattice vector of the cell, leaves all points in place. */
  public boolean isFixedBy(ExactOperation operation) {
    int[] w = operation.rotation();
    for (int[] direction : coefficients) {
      if (!Arrays.equals(IntMatrix.apply(w, direction), direction)) {
        return false;
      }
    }
    double[] image = IntMatrix.apply(w, offset);
    for (int i = 0; i < 3; i++) {
      double moved = image[i] + operation.twelfths()[i] / 12.0 - offset[i];
      if (Math.abs(moved - Math.rint(moved)) > EXACT) {
        return false;
      }
    }
    return true;
  }
}
