package org.laue.symmetry.groups;

import java.util.Map;
import org.laue.UserException;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.operations.Centring;

/**
 * One {@code NAT} part of a Hall symbol: a rotation of order N about an axis A with a translation
 * T, for instance {@code 4bd}, {@code -2xa} or {@code 31}.
 */
record HallRotation(boolean improper, int order, char axis, char turnedAxis, String translation) {
  static final int[] INVERSION = {-1, 0, 0, 0, -1, 0, 0, 0, -1};

  /** Axis written {@code '}: a - b of the plane across the preceding axis. */
  private static final char DIAGONAL = '\'';

  /** Axis written {@code "}: a + b of that plane. */
  private static final char OTHER_DIAGONAL = '"';

  /** Axis written {@code *}: the body diagonal a + b + c. */
  private static final char BODY_DIAGONAL = '*';

  private static final Map<Integer, int[]> ABOUT_Z =
      Map.of(
          1, new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
          2, new int[] {-1, 0, 0, 0, -1, 0, 0, 0, 1},
          3, new int[] {0, -1, 0, 1, -1, 0, 0, 0, 1},
          4, new int[] {0, -1, 0, 1, 0, 0, 0, 0, 1},
          6, new int[] {1, -1, 0, 1, 0, 0, 0, 0, 1});

  private static final int[] TWO_DIAGONAL = {0, -1, 0, -1, 0, 0, 0, 0, -1};
  private static final int[] TWO_OTHER_DIAGONAL = {0, 1, 0, 1, 0, 0, 0, 0, -1};
  private static final int[] THREE_BODY_DIAGONAL = {0, 0, 1, 1, 0, 0, 0, 1, 0};

  /**
   * @param word the part as written
   * @param position 1 for the first rotation of the symbol
   * @param previousOrder order of the rotation before, 0 if none
   * @param previousAxis its axis, x, y or z
   */
  static HallRotation parse(
      String word, int position, int previousOrder, char previousAxis, String symbol) {
    boolean improper = word.startsWith("-");
    String rest = word.substring(improper ? 1 : 0);
    int order = rest.isEmpty() ? 0 : rest.charAt(0) - '0';
    if (!ABOUT_Z.containsKey(order)) {
      throw new UserException(
          "Rotation '" + word + "' of Hall symbol '" + symbol + "' must be of order 1, 2, 3, 4, 6");
    }
    rest = rest.substring(1);
    char axis = defaultAxis(order, position, previousOrder);
    if (!rest.isEmpty() && "xyz'\"*".indexOf(rest.charAt(0)) >= 0) {
      axis = rest.charAt(0);
      rest = rest.substring(1);
    }
    if (!rest.matches("[abcnuvwd1-5]*")) {
      throw new UserException(
          "Translation '" + rest + "' in Hall symbol '" + symbol + "' is not known");
    }
    return new HallRotation(improper, order, axis, previousAxis, rest);
  }

  private static char defaultAxis(int order, int position, int previousOrder) {
    if (position == 2 && order == 2) {
      return previousOrder == 2 || previousOrder == 4 ? 'x' : DIAGONAL;
    }
    return position == 3 && order == 3 ? BODY_DIAGONAL : 'z';
  }

  SymmetryOperation operation(Map<Character, int[]> translations) {
    int[] total = new int[3];
    for (char c : translation.toCharArray()) {
      int[] part = translations.get(c);
      if (part == null) {
        part = new int[3];
        part[Math.max(0, "xyz".indexOf(axis))] = (c - '0') * Centring.PARTS / order;
      }
      total = Matrix3.plus(total, part);
    }
    int[] rotation = rotation();
    return SymmetryOperation.ofParts(
        improper ? Matrix3.multiply(INVERSION, rotation) : rotation, total, Centring.PARTS);
  }

  private int[] rotation() {
    return switch (axis) {
      case BODY_DIAGONAL -> THREE_BODY_DIAGONAL;
      case DIAGONAL -> aboutAxis(TWO_DIAGONAL, turnedAxis);
      case OTHER_DIAGONAL -> aboutAxis(TWO_OTHER_DIAGONAL, turnedAxis);
      default -> aboutAxis(ABOUT_Z.get(order), axis);
    };
  }

  /** A matrix written for the axis z, for x or y by cyclic exchange of the axes. */
  private static int[] aboutAxis(int[] aboutZ, char axis) {
    int steps = axis == 'x' ? 1 : axis == 'y' ? 2 : 0;
    int[] out = new int[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        out[3 * ((row + steps) % 3) + (column + steps) % 3] = aboutZ[3 * row + column];
      }
    }
    return out;
  }
}
