package org.laue.scan;

import java.io.Serializable;
import org.laue.structure.Matrix3;

/**
 * A lattice that was found around a point.
 *
 * @param template which
 * @param metric [9] takes template coordinates (columns, nearest distance 1) to angstrom: turn,
 *     scale and a small strain
 * @param rotation [9] the turn alone
 * @param shift [3] position of the template's origin from the point, angstrom
 * @param sigma displacement of the atoms along each axis, in nearest distances
 * @param outliers fraction of the atoms around the point that are not of this lattice
 * @param density atoms per cubic angstrom around the point
 * @param evidence log likelihood of the atoms around the point over that of atoms strewn evenly
 */
record LocalLattice(
    Template template,
    double[] metric,
    double[] rotation,
    double[] shift,
    double sigma,
    double outliers,
    double density,
    double evidence)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Cubic angstrom per cubic nearest distance. */
  double volume() {
    double[] m = metric;
    return Math.abs(
        m[0] * (m[4] * m[8] - m[5] * m[7])
            - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6]));
  }

  double[] inverse() {
    return Matrix3.inverse(metric);
  }
}
