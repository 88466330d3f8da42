package org.laue.symmetry.parent;

import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;

/** Where an operation takes the sites of a cell, and by how much it misses the nearest ones. */
final class SiteImages {
  private final int[] images;
  private final double[] misses;

  private SiteImages(int count) {
    this.images = new int[count];
    this.misses = new double[3 * count];
  }

  static SiteImages of(Crystal sites, SymmetryOperation operation) {
    SiteImages images = new SiteImages(sites.atomCount());
    double[] metric = sites.lattice().metric();
    for (int site = 0; site < sites.atomCount(); site++) {
      images.find(sites, metric, operation, site);
    }
    return images;
  }

  /** The site of the same element nearest to the image of one, and the vector from it. */
  private void find(Crystal sites, double[] metric, SymmetryOperation operation, int site) {
    double best = Double.POSITIVE_INFINITY;
    double[] y = new double[3];
    for (int i = 0; i < 3; i++) {
      y[i] = operation.t(i);
      for (int j = 0; j < 3; j++) {
        y[i] += operation.w(i, j) * sites.fractional(site, j);
      }
    }
    double[] d = new double[3];
    for (int other = 0; other < sites.atomCount(); other++) {
      if (sites.atomicNumber(other) == sites.atomicNumber(site)) {
        for (int i = 0; i < 3; i++) {
          double difference = y[i] - sites.fractional(other, i);
          d[i] = difference - Math.rint(difference);
        }
        double squared = Matrix3.squaredLength(d, metric);
        if (squared < best) {
          best = squared;
          images[site] = other;
          System.arraycopy(d, 0, misses, 3 * site, 3);
        }
      }
    }
  }

  /** Site nearest to the image of {@code site}. */
  int image(int site) {
    return images[site];
  }

  /** Component of the vector from that site to the image, fractional. */
  double miss(int site, int component) {
    return misses[3 * site + component];
  }

  /** Mean of these vectors over all sites, fractional [3]: the operation's own error. */
  double[] meanMiss() {
    double[] mean = new double[3];
    for (int i = 0; i < misses.length; i++) {
      mean[i % 3] += misses[i] / images.length;
    }
    return mean;
  }
}
