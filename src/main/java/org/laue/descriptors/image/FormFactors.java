package org.laue.descriptors.image;

import org.laue.ResourceTable;
import org.laue.UserException;
import org.laue.structure.Element;

/**
 * X-ray form factors of neutral atoms in the four-Gaussian form of Cromer and Mann (1968),
 * International Tables for Crystallography, table 6.1.1.4: {@code f(q) = sum_i a_i exp(-b_i
 * (q/2)^2) + c}.
 *
 * <p>A fingerprint takes every element two places further on (H as Li), as Ziletti et al. 2018 do
 * because hydrogen and helium hardly scatter; the table ends at row 98, so Cm (96) is the last
 * element that has a fingerprint.
 */
public final class FormFactors {
  /** Places that every element is moved up in the table. */
  public static final int SHIFT = 2;

  private static final int ROWS = 98;

  /** Last element with a fingerprint: Cm. */
  public static final int MAX_ATOMIC_NUMBER = ROWS - SHIFT;

  private static final double[][] TABLE =
      ResourceTable.numbered(FormFactors.class, "form-factors.txt", ROWS);

  private FormFactors() {}

  /**
   * Form factor of a table row, electrons.
   *
   * @param row atomic number as tabulated, 1 to 98, no shift
   * @param q length of the scattering vector |S| = 2 sin(theta)/lambda, 1/angstrom
   */
  public static double ofRow(int row, double q) {
    double[] t = TABLE[row];
    double s = q / 2 * (q / 2);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += t[i] * Math.exp(-t[4 + i] * s);
    }
    return sum + t[8];
  }

  /** Form factor of an element as a fingerprint sees it: row {@code atomicNumber + SHIFT}. */
  public static double shifted(int atomicNumber, double q) {
    return ofRow(atomicNumber + SHIFT, q);
  }

  /**
   * @throws UserException naming the first atom whose element is beyond the table
   */
  public static void requireKnown(int[] atomicNumbers) {
    for (int atom = 0; atom < atomicNumbers.length; atom++) {
      if (atomicNumbers[atom] > MAX_ATOMIC_NUMBER) {
        throw new UserException(
            "Atom %d is %s (Z = %d), but form factors reach only to %s (Z = %d)"
                .formatted(
                    atom + 1,
                    Element.of(atomicNumbers[atom]).symbol(),
                    atomicNumbers[atom],
                    Element.of(MAX_ATOMIC_NUMBER).symbol(),
                    MAX_ATOMIC_NUMBER));
      }
    }
  }
}
