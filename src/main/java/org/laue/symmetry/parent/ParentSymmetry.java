package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.Tolerance;

/**
 * The space group of mean sites that are known with an error: of the groups that the finder sees at
 * falling tolerances the one with most operations under which no site is off by more than the
 * errors explain. Each operation is tested by the sum and by the largest of the squared misses of
 * the sites, in units of their expectation (chi-squared with three degrees a site).
 */
final class ParentSymmetry {
  /** Tolerances fall by this factor. */
  private static final double STEP = 0.8;

  /** Largest tolerance of positions, in standard errors of the least certain site. */
  private static final double FIRST = 25;

  /** Largest tolerance, in bond lengths. */
  private static final double MOST = 0.16;

  /** Smallest tolerance, angstrom: what the digits of a file are worth. */
  private static final double LEAST = 0.01;

  /** Error of a coordinate that is never undercut, angstrom: rounding, strain, anharmonicity. */
  private static final double FLOOR = 0.0015;

  /** Strain that a cell may have, as a change of length in displacements of the atoms. */
  private static final double STRAIN = 0.5;

  /**
   * Strain that a breathing cell may have, as a change of a bond length in displacements over the
   * root of the number of atoms: it fluctuates with its atoms, the less the larger it is. Two per
   * component are usual where the bulk modulus decides, and shear is softer.
   */
  private static final double BREATHING = 9;

  /** Change of length in angstrom that is never held against an operation. */
  private static final double LEAST_STRAIN = 0.02;

  /** Largest squared miss of one site in units of its expectation. */
  private static final double OUTLIER = 12;

  private final Crystal cell;
  private final double[] metric;
  private final double[] variances;

  /** Change of a length in angstrom that is not held against an operation. */
  private final double strain;

  /** The same as a share of the length. */
  private final double breath;

  /** Number of operations of the groups that were refused, and by how much. */
  private final NavigableMap<Integer, Double> refused = new TreeMap<>();

  /**
   * @param errors standard error of a coordinate of each site, angstrom
   * @param sigma displacements of the atoms, rms per component, angstrom
   * @param atoms how many there are in all cells
   * @param symprec largest change of length under an operation of the lattice, angstrom
   */
  private ParentSymmetry(Crystal cell, double[] errors, double sigma, int atoms, double symprec) {
    this.cell = cell;
    this.metric = cell.lattice().metric();
    this.variances = Arrays.stream(errors).map(e -> e * e + FLOOR * FLOOR).toArray();
    this.strain = Math.max(LEAST, Math.min(symprec, Math.max(LEAST_STRAIN, STRAIN * sigma)));
    this.breath =
        Math.min(symprec, BREATHING * sigma / Math.sqrt(atoms)) / BondLengths.median(cell);
  }

  /** The group with most operations that the errors allow. */
  static ParentGroup of(Crystal cell, double[] errors, double sigma, int atoms, double symprec) {
    ParentSymmetry symmetry = new ParentSymmetry(cell, errors, sigma, atoms, symprec);
    SymmetryDataset found = symmetry.richest(cell);
    SymmetryDataset richer = found == null ? null : symmetry.richest(symmetry.averaged(found));
    while (richer != null && richer.operations().size() > found.operations().size()) {
      found = richer;
      richer = symmetry.richest(symmetry.averaged(found));
    }
    if (found == null) {
      found = SymmetryFinder.symmetry(cell, new Tolerance(Math.min(LEAST, symprec), -1));
    }
    double edge = Math.cbrt(cell.lattice().volume() / cell.atomCount());
    return new ParentGroup(
        found,
        symmetry.excess(found),
        symmetry.leastRefused(found),
        sigma / edge,
        (double) atoms / cell.atomCount());
  }

  /**
   * Of the groups at falling tolerances that the sites as measured allow the one with most
   * operations, or null. A wide tolerance may find less than a narrow one.
   */
  private SymmetryDataset richest(Crystal sites) {
    double worst = Math.sqrt(Arrays.stream(variances).max().orElseThrow());
    double most = MOST * BondLengths.median(cell);
    double start = Math.min(most, Math.max(FIRST * worst, strain));
    SymmetryDataset best = null;
    SymmetryDataset last = null;
    for (double tolerance = start; tolerance > LEAST; tolerance *= STEP) {
      SymmetryDataset found = at(sites, tolerance);
      if (found != null && !sameAs(found, last)) {
        last = found;
        if (best == null || found.operations().size() > best.operations().size()) {
          double excess = excess(found);
          if (excess <= 1) {
            best = found;
          } else {
            refused.merge(found.operations().size(), excess, Math::min);
          }
        }
      }
    }
    return best;
  }

  /** The least excess of a refused group with more operations than that which was found. */
  private double leastRefused(SymmetryDataset found) {
    return refused.tailMap(found.operations().size(), false).values().stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Every site at the mean of what the operations make of all sites of its orbit. */
  private Crystal averaged(SymmetryDataset found) {
    Crystal sites = found.crystal();
    int count = sites.atomCount();
    double[] mean = sites.fractional();
    double[] misses = new double[3 * count];
    for (SymmetryOperation operation : found.operations()) {
      for (int site = 0; site < count; site++) {
        int image = image(sites, operation, site, misses);
        for (int i = 0; i < 3; i++) {
          mean[3 * image + i] += misses[3 * site + i] / found.operations().size();
        }
      }
    }
    return Crystal.of(sites.lattice(), sites.atomicNumbers(), mean);
  }

  private static SymmetryDataset at(Crystal cell, double tolerance) {
    try {
      return SymmetryFinder.symmetry(cell, new Tolerance(tolerance, -1));
    } catch (SymmetryException tooLoose) {
      return null;
    }
  }

  private static boolean sameAs(SymmetryDataset found, SymmetryDataset other) {
    return other != null && found.operations().equals(other.operations());
  }

  /** Largest miss under any operation of a group, 1 being the most that is allowed. */
  private double excess(SymmetryDataset found) {
    return found.operations().stream().mapToDouble(this::excess).max().orElse(0);
  }

  private double excess(SymmetryOperation operation) {
    double ofLengths = lengthExcess(operation);
    return cell.atomCount() == 1 ? ofLengths : Math.max(ofLengths, siteExcess(operation));
  }

  /** How far lattice vectors and the sums of two do not keep their lengths, 1 being allowed. */
  private double lengthExcess(SymmetryOperation operation) {
    int[] w = operation.rotation();
    double largest = 0;
    double share = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i; j < 3; j++) {
        double[] v = new double[3];
        v[i] = 1;
        v[j] = 1;
        double length = Math.sqrt(Matrix3.squaredLength(v, metric));
        double[] image = Matrix3.apply(w, v);
        double change = Math.abs(Math.sqrt(Matrix3.squaredLength(image, metric)) - length);
        largest = Math.max(largest, change);
        share = Math.max(share, change / length);
      }
    }
    return breath > 0 ? Math.min(largest / strain, share / breath) : largest / strain;
  }

  /** The misses of the sites under an operation in terms of what their errors make, 1 allowed. */
  private double siteExcess(SymmetryOperation operation) {
    int count = cell.atomCount();
    double[] misses = new double[3 * count];
    int[] images = new int[count];
    double[] mean = new double[3];
    for (int site = 0; site < count; site++) {
      images[site] = image(cell, operation, site, misses);
      for (int i = 0; i < 3; i++) {
        mean[i] += misses[3 * site + i] / count;
      }
    }
    double own = turn(operation);
    double sum = 0;
    double expected = 0;
    double farthest = 0;
    for (int site = 0; site < count; site++) {
      double[] d = new double[3];
      for (int i = 0; i < 3; i++) {
        d[i] = misses[3 * site + i] - mean[i];
      }
      double squared = Matrix3.squaredLength(d, metric);
      double variance =
          images[site] == site
              ? Math.max(own, 1) * variances[site]
              : 3 * (variances[site] + variances[images[site]]);
      farthest = Math.max(farthest, squared / (OUTLIER * variance));
      sum += squared;
      expected += variance;
    }
    return Math.max(farthest, sum / (expected * (1.5 + 6 * Math.sqrt(1.33 / count))));
  }

  /** The site of the same element nearest to the image of one, and the vector from it. */
  private int image(Crystal sites, SymmetryOperation operation, int site, double[] misses) {
    double best = Double.POSITIVE_INFINITY;
    int nearest = -1;
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
          nearest = other;
          System.arraycopy(d, 0, misses, 3 * site, 3);
        }
      }
    }
    return nearest;
  }

  /**
   * Squared Frobenius norm of the rotation less one, Cartesian: how errors of a fixed site grow.
   */
  private double turn(SymmetryOperation operation) {
    Lattice lattice = cell.lattice();
    double[] less = Matrix3.ofIntegers(operation.rotation());
    for (int i = 0; i < 9; i += 4) {
      less[i] -= 1;
    }
    double[] cartesian =
        Matrix3.multiply(
            Matrix3.transposed(lattice.rows()),
            Matrix3.multiply(less, Matrix3.transposed(lattice.inverseRows())));
    return Arrays.stream(cartesian).map(x -> x * x).sum();
  }
}
