package org.laue.scan;

import org.laue.structure.Matrix3;

/**
 * Fits a lattice to the atoms of a ball by expectation maximisation. An atom is either of a site,
 * displaced from it with a normal distribution, or strewn evenly; sites may be empty. With r the
 * vector from the nearest site in nearest distances, sigma its spread along each axis, n the atoms
 * and v the volume of a site per cubic nearest distance, and e the fraction strewn,
 *
 * <p>likelihood over that of atoms all strewn = min(1/n, (1 - e) v) (2 pi sigma^2)^(-3/2) exp(-r^2
 * / 2 sigma^2) + e.
 *
 * <p>The minimum says that a site holds one atom at most; a lattice of more sites than atoms pays
 * for those that are empty, so a sublattice or superlattice of the right one loses.
 */
final class LatticeFit {
  private static final int ROUNDS = 5;
  private static final int ORIGINS = 10;
  private static final double FIRST_SIGMA = 0.18;

  /**
   * Smallest sigma in spacings: were it one in nearest distances, a denser lattice with empty sites
   * could be sharper than the right one.
   */
  private static final double LEAST_SIGMA = 0.045;

  private static final double MOST_SIGMA = 0.22;
  private static final double LEAST_OUTLIERS = 0.01;

  /** Standard deviation of strains that cost nothing worth mention. */
  private static final double STRAIN = 0.025;

  private final LeastSquares sums = new LeastSquares();
  private final double[] offset = new double[3];
  private double[] weights = new double[256];
  private int[] nearest = new int[ORIGINS];

  private double sigma;

  /** Angstrom. */
  private double leastSigma;

  private double outliers;
  private double evidence;

  /**
   * @param start map of the template
   * @param density atoms of the ball per cubic angstrom of it
   * @param spacing of all atoms, angstrom
   * @param core radius within which the origin is sought, angstrom
   * @return null where the atoms do not fix a lattice
   */
  LocalLattice fit(
      Ball ball, Template template, double[] start, double density, double spacing, double core) {
    double[] metric = start;
    double[] shift = origin(ball, template, metric, core);
    sigma = FIRST_SIGMA;
    leastSigma = LEAST_SIGMA * spacing;
    outliers = 0.3;
    for (int round = 0; round < ROUNDS; round++) {
      expect(ball, template, metric, shift, density);
      double[] affine = sums.weight() > 8 ? sums.affine() : null;
      double[] limited = affine == null ? null : Strain.limited(affine, template.isHexagonal());
      if (limited == null) {
        return null;
      }
      metric = limited;
      shift = sums.shift(metric);
    }
    expect(ball, template, metric, shift, density);
    double[] turn = Strain.rotation(metric);
    double strain = Strain.squared(metric, turn, template.isHexagonal());
    return new LocalLattice(
        template,
        metric,
        turn,
        shift,
        sigma,
        outliers,
        density,
        evidence - strain / (2 * STRAIN * STRAIN));
  }

  /** Probability that each atom of the ball is of the lattice that was fitted last. */
  double weight(int i) {
    return weights[i];
  }

  /** Sets weights and sums for the map as it is, and from them sigma and outliers. */
  private void expect(
      Ball ball, Template template, double[] metric, double[] shift, double density) {
    int count = ball.count();
    if (weights.length < count) {
      weights = new double[2 * count];
    }
    double atoms = density * Matrix3.determinant(metric);
    double height = height(template, atoms, sigma, outliers);
    double[] inverse = Matrix3.inverse(metric);
    double[] x = ball.vectors();
    double squares = 0;
    double total = 0;
    evidence = 0;
    sums.clear();
    for (int i = 0; i < count; i++) {
      double a = x[3 * i] - shift[0];
      double b = x[3 * i + 1] - shift[1];
      double c = x[3 * i + 2] - shift[2];
      double u = inverse[0] * a + inverse[1] * b + inverse[2] * c;
      double v = inverse[3] * a + inverse[4] * b + inverse[5] * c;
      double w = inverse[6] * a + inverse[7] * b + inverse[8] * c;
      double squared = template.offset(u, v, w, offset);
      double crystal = height * Math.exp(-squared / (2 * sigma * sigma));
      double weight = crystal / (crystal + outliers);
      evidence += Math.log(crystal + outliers);
      weights[i] = weight;
      total += weight;
      squares += weight * squared;
      sums.add(
          weight,
          u - offset[0],
          v - offset[1],
          w - offset[2],
          x[3 * i],
          x[3 * i + 1],
          x[3 * i + 2]);
    }
    sigma = Math.sqrt(squares / (3 * Math.max(total, 1)));
    sigma = Math.max(leastSigma * Math.cbrt(density / atoms), Math.min(MOST_SIGMA, sigma));
    outliers = Math.max(LEAST_OUTLIERS, 1 - total / Math.max(1, count));
  }

  /**
   * Likelihood of an atom right on its site over that of one strewn evenly.
   *
   * @param atoms per cubic nearest distance
   */
  static double height(Template template, double atoms, double sigma, double outliers) {
    double share = Math.min(1 / atoms, (1 - outliers) * template.siteVolume());
    return share / Math.pow(2 * Math.PI * sigma * sigma, 1.5);
  }

  /** The site of the template on one of the innermost atoms that most atoms agree with. */
  private double[] origin(Ball ball, Template template, double[] metric, double core) {
    int found = innermost(ball);
    double[] inverse = Matrix3.inverse(metric);
    double[] best = new double[3];
    double most = -1;
    for (int n = 0; n < found; n++) {
      for (int k = 0; k < template.sites(); k++) {
        double[] site = Matrix3.apply(metric, template.site(k));
        double[] shift = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          shift[axis] = ball.x(nearest[n], axis) - site[axis];
        }
        double agreement = agreement(ball, template, inverse, shift, core * core);
        if (agreement > most) {
          most = agreement;
          best = shift;
        }
      }
    }
    return best;
  }

  private double agreement(
      Ball ball, Template template, double[] inverse, double[] shift, double squaredCore) {
    double[] x = ball.vectors();
    double sum = 0;
    for (int i = 0; i < ball.count(); i++) {
      if (ball.squaredLength(i) < squaredCore) {
        double a = x[3 * i] - shift[0];
        double b = x[3 * i + 1] - shift[1];
        double c = x[3 * i + 2] - shift[2];
        double squared =
            template.offset(
                inverse[0] * a + inverse[1] * b + inverse[2] * c,
                inverse[3] * a + inverse[4] * b + inverse[5] * c,
                inverse[6] * a + inverse[7] * b + inverse[8] * c,
                offset);
        sum += 1 / (1 + squared * squared * 400);
      }
    }
    return sum;
  }

  private int innermost(Ball ball) {
    int found = 0;
    for (int i = 0; i < ball.count(); i++) {
      double here = ball.squaredLength(i);
      int place = Math.min(found, ORIGINS - 1);
      if (found == ORIGINS && here >= ball.squaredLength(nearest[ORIGINS - 1])) {
        continue;
      }
      while (place > 0 && ball.squaredLength(nearest[place - 1]) > here) {
        nearest[place] = nearest[place - 1];
        place--;
      }
      nearest[place] = i;
      found = Math.min(ORIGINS, found + 1);
    }
    return found;
  }
}
