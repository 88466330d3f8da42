package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import org.laue.UserException;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;

/**
 * The images of a site under the operations of its space group. Images within {@link
 * #SAME_SITE_ANGSTROM} of the site itself are the site: it lies on a special position, and is moved
 * to their mean, so that 0.3333 on a threefold axis becomes 1/3.
 */
final class CifSymmetry {
  /** Wide enough for coordinates of two decimals, narrow against any distance between atoms. */
  static final double SAME_SITE_ANGSTROM = 0.1;

  /** 192 in the cubic F groups; more where a cell is a supercell of its own. */
  private static final int MAX_OPERATIONS = 400;

  /** A mean that moves a site less than this (fractional) is only rounding. */
  private static final double ROUNDING = 1e-9;

  private final Lattice lattice;
  private final List<SymmetryOperation> operations;

  CifSymmetry(Lattice lattice, List<SymmetryOperation> operations) {
    if (operations.size() > MAX_OPERATIONS) {
      throw new UserException(
          "At most " + MAX_OPERATIONS + " symmetry operations are read, were " + operations.size());
    }
    this.lattice = lattice;
    this.operations = operations;
  }

  /** Positions of all atoms that one site stands for, in [0, 1) if there is any symmetry. */
  List<double[]> images(double[] site) {
    if (operations.size() == 1) {
      return List.of(operations.get(0).apply(site));
    }
    List<double[]> onSite = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      double[] near = nearest(operation.apply(site), site);
      if (distance(near, site) < SAME_SITE_ANGSTROM) {
        onSite.add(near);
      }
    }
    double[] exact = mean(onSite, site);
    List<double[]> images = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      double[] image = wrap(operation.apply(exact));
      if (onSite.size() <= 1 || isNew(image, images)) {
        images.add(image);
      }
    }
    return images;
  }

  private boolean isNew(double[] image, List<double[]> images) {
    for (double[] other : images) {
      if (distance(nearest(image, other), other) < SAME_SITE_ANGSTROM) {
        return false;
      }
    }
    return true;
  }

  private static double[] mean(List<double[]> points, double[] site) {
    double[] mean = site.clone();
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (double[] point : points) {
        sum += point[axis] - site[axis];
      }
      double shift = points.isEmpty() ? 0 : sum / points.size();
      mean[axis] += Math.abs(shift) > ROUNDING ? shift : 0;
    }
    return mean;
  }

  /** The periodic image of a point that lies nearest to another, along each axis. */
  private static double[] nearest(double[] point, double[] to) {
    double[] near = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      near[axis] = point[axis] - Math.rint(point[axis] - to[axis]);
    }
    return near;
  }

  private static double[] wrap(double[] point) {
    for (int axis = 0; axis < 3; axis++) {
      double inside = point[axis] - Math.floor(point[axis]);
      point[axis] = inside < 1 - ROUNDING ? inside : 0;
    }
    return point;
  }

  private double distance(double[] a, double[] b) {
    double[] d = lattice.toCartesian(new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]});
    return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  }
}
