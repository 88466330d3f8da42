package org.laue.descriptors.pointcloud;

import java.util.Locale;
import org.laue.ResourceTable;
import org.laue.UserException;
import org.laue.structure.Element;

/** What is scattered by the atoms, and how strongly each element does it. */
public enum Radiation {
  /**
   * X-rays: {@code f(s) = Z - 41.78214 s^2 sum_i a_i exp(-b_i s^2)} with s = |g|/2 in 1/angstrom,
   * the Mott-Bethe formula on electron scattering factors in Gaussians (Doyle and Turner, Acta
   * Cryst. A24, 390, 1968). Electrons.
   */
  XRAY("electron-scattering.txt") {
    @Override
    double amplitude(int atomicNumber, double[] row, double s2) {
      double sum = 0;
      for (int i = 0; i < row.length; i += 2) {
        sum += row[i] * Math.exp(-row[i + 1] * s2);
      }
      return atomicNumber - MOTT_BETHE * s2 * sum;
    }
  },

  /**
   * Neutrons: the bound coherent scattering length of the natural element at any angle (Sears,
   * Neutron News 3, 26, 1992). Femtometre.
   */
  NEUTRON("neutron-scattering.txt") {
    @Override
    double amplitude(int atomicNumber, double[] row, double s2) {
      return row[0];
    }
  };

  private static final double MOTT_BETHE = 41.78214;

  private final double[][] rows;

  Radiation(String resource) {
    this.rows = ResourceTable.numbered(Radiation.class, resource, Element.MAX_ATOMIC_NUMBER);
  }

  abstract double amplitude(int atomicNumber, double[] row, double s2);

  /**
   * Amplitude of one atom.
   *
   * @param s2 square of s = sin(theta)/lambda = |g|/2, 1/square angstrom
   * @throws UserException if nothing is tabulated for the element
   */
  public double amplitude(int atomicNumber, double s2) {
    double[] row = rows[atomicNumber];
    if (row == null) {
      throw new UserException(
          "No %s scattering is tabulated for %s (Z = %d)"
              .formatted(
                  name().toLowerCase(Locale.ROOT),
                  Element.of(atomicNumber).symbol(),
                  atomicNumber));
    }
    return amplitude(atomicNumber, row, s2);
  }
}
