package org.laue.symmetry.parent;

import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;

/**
 * What it costs to say that sites have the operations of a group: how far they are, all together,
 * from the nearest sites that have them, and how many coordinates these leave free. An operation
 * that is tested by itself is tested against the errors of all coordinates; one small shift that
 * the group forbids drowns among them, while here it stands against the few coordinates that it
 * takes.
 *
 * @param misfit sum of the squared distances of the sites from those with the group, in units of
 *     the variance of a coordinate: chi-squared with as many degrees of freedom as the group fixes
 * @param free coordinates of the sites that the group leaves free, its origin among them
 */
record SymmetryCost(double misfit, double free) {
  /** Misfit that a richer group may always have more than a poorer one. */
  private static final double LEAST = 12;

  /** Misfit for each coordinate that the richer group saves; errors alone make 1. */
  private static final double PER_COORDINATE = 2;

  /**
   * @param variances of a coordinate of each site, square angstrom
   */
  static SymmetryCost of(Crystal sites, double[] variances, List<SymmetryOperation> operations) {
    int count = sites.atomCount();
    double[] metric = sites.lattice().metric();
    double[] deviations = new double[3 * count];
    double trace = 0;
    for (SymmetryOperation operation : operations) {
      SiteImages images = SiteImages.of(sites, operation);
      double[] mean = images.meanMiss();
      for (int site = 0; site < count; site++) {
        int image = images.image(site);
        for (int i = 0; i < 3; i++) {
          deviations[3 * image + i] += (images.miss(site, i) - mean[i]) / operations.size();
        }
        if (image == site) {
          trace += Matrix3.trace(operation.rotation());
        }
      }
    }
    double misfit = 0;
    for (int site = 0; site < count; site++) {
      double[] d = {deviations[3 * site], deviations[3 * site + 1], deviations[3 * site + 2]};
      misfit += Matrix3.squaredLength(d, metric) / variances[site];
    }
    return new SymmetryCost(misfit, trace / operations.size());
  }

  /** How much this richer group costs more than a poorer one; above 1 the poorer one is better. */
  double excessOver(SymmetryCost poorer) {
    double limit = LEAST + PER_COORDINATE * Math.max(0, poorer.free - free);
    return (misfit - poorer.misfit) / limit;
  }
}
