package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
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
 * the sites, in units of their expectation (chi-squared with three degrees a site). A richer group
 * must also bear comparison with each poorer one: what it leaves of the sites' offsets unexplained
 * must be no more than errors make of the coordinates that it saves ({@link SymmetryCost}).
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

  /**
   * Largest squared miss of one site along one direction, in units of its variance: 5.5 standard
   * errors, one in 26 million.
   */
  private static final double OUTLIER = 30;

  /** The same of three directions together. */
  private static final double OUTLIER_OF_THREE = 36;

  private final Crystal cell;
  private final double[] metric;
  private final double[] variances;

  /** Change of a length in angstrom that is not held against an operation. */
  private final double strain;

  /** The same as a share of the length. */
  private final double breath;

  /** Groups that the errors allow, those with most operations first. */
  private final List<Choice> allowed = new ArrayList<>();

  /** Number of operations of the groups that were refused, and by how much. */
  private final NavigableMap<Integer, Double> refused = new TreeMap<>();

  /** A group and what it costs. */
  private record Choice(SymmetryDataset group, SymmetryCost cost) {
    int operations() {
      return group.operations().size();
    }
  }

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
    Optional<Choice> choice = symmetry.choice();
    SymmetryDataset found = choice.map(Choice::group).orElseGet(symmetry::least);
    double edge = Math.cbrt(cell.lattice().volume() / cell.atomCount());
    return new ParentGroup(
        found,
        Math.max(symmetry.excess(found), choice.map(symmetry::nearest).orElse(0.0)),
        symmetry.leastRefused(found),
        sigma / edge,
        (double) atoms / cell.atomCount(),
        found.number());
  }

  /** Empty where the errors allow no group that was seen. */
  private Optional<Choice> choice() {
    look(cell);
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    Choice found = cheapest();
    look(averaged(found.group()));
    Choice richer = cheapest();
    while (richer.operations() > found.operations()) {
      found = richer;
      look(averaged(found.group()));
      richer = cheapest();
    }
    return Optional.of(found);
  }

  private SymmetryDataset least() {
    return SymmetryFinder.symmetry(cell, new Tolerance(Math.min(LEAST, strain), -1));
  }

  /** Groups that sites have at falling tolerances, and whether the errors allow them. */
  private void look(Crystal sites) {
    double worst = Math.sqrt(Arrays.stream(variances).max().orElseThrow());
    double most = MOST * BondLengths.median(cell);
    double start = Math.min(most, Math.max(FIRST * worst, strain));
    SymmetryDataset last = null;
    for (double tolerance = start; tolerance > LEAST; tolerance *= STEP) {
      SymmetryDataset found = at(sites, tolerance);
      if (found != null && !sameAs(found, last)) {
        last = found;
        double excess = excess(found);
        if (excess <= 1) {
          allowed.add(new Choice(found, SymmetryCost.of(cell, variances, found.operations())));
        } else {
          refused.merge(found.operations().size(), excess, Math::min);
        }
      }
    }
    allowed.sort(Comparator.comparingInt(Choice::operations).reversed());
  }

  /** The allowed group with most operations that no poorer one betters. */
  private Choice cheapest() {
    Choice best = allowed.get(0);
    for (Choice poorer : allowed) {
      double excess = best.cost().excessOver(poorer.cost());
      if (poorer.operations() < best.operations() && excess > 1) {
        refused.merge(best.operations(), excess, Math::min);
        best = poorer;
      }
    }
    return best;
  }

  /** How nearly a poorer group betters the one that was found, 1 being the limit. */
  private double nearest(Choice found) {
    return allowed.stream()
        .filter(poorer -> poorer.operations() < found.operations())
        .mapToDouble(poorer -> found.cost().excessOver(poorer.cost()))
        .max()
        .orElse(0);
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
    for (SymmetryOperation operation : found.operations()) {
      SiteImages images = SiteImages.of(sites, operation);
      for (int site = 0; site < count; site++) {
        for (int i = 0; i < 3; i++) {
          mean[3 * images.image(site) + i] += images.miss(site, i) / found.operations().size();
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
    SiteImages images = SiteImages.of(cell, operation);
    double[] mean = images.meanMiss();
    double own = turn(operation);
    double most = Matrix3.determinant(operation.rotation()) < 0 ? 4 : Math.max(own, 1) / 2;
    double sum = 0;
    double expected = 0;
    double farthest = 0;
    for (int site = 0; site < count; site++) {
      double[] d = new double[3];
      for (int i = 0; i < 3; i++) {
        d[i] = images.miss(site, i) - mean[i];
      }
      double squared = Matrix3.squaredLength(d, metric);
      boolean fixed = images.image(site) == site;
      double variance = variances[site] + (fixed ? 0 : variances[images.image(site)]);
      double limit = fixed ? OUTLIER * most : OUTLIER_OF_THREE;
      farthest = Math.max(farthest, squared / (limit * variance));
      sum += squared;
      expected += (fixed ? Math.max(own, 1) : 3) * variance;
    }
    return Math.max(farthest, sum / (expected * (1.5 + 6 * Math.sqrt(1.33 / count))));
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
