package org.laue.scan;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which of the lattices found around an atom explains the atom and those next to it. One per
 * thread.
 *
 * <p>The evidence of a lattice is the log likelihood of {@link LatticeFit}, each atom weighing
 * exp(-r^2 / 2 s^2) at distance r from the one in question, s the spacing. Before it is taken, the
 * lattice is moved by the mean offset of these atoms: it was fitted to others, and crystals bend.
 */
final class AtomJudge {
  /** Radius of the surroundings, in spacings: about twenty atoms. */
  static final double RADIUS = 1.75;

  private static final double OUTLIERS = 0.1;

  /** In spacings. */
  private static final double LEAST_SIGMA = 0.06;

  private static final double SNAP = 0.4;

  /**
   * Evidence per atom, nats, at which lattice and none are equally likely, and how fast that turns.
   */
  private static final double EVEN_EVIDENCE = 0.6;

  private static final double STEEPNESS = 4;

  /** Probability of a crystal where no lattice was found. */
  private static final double WITHOUT_LATTICE = 0.02;

  private final AtomGrid grid;
  private final double spacing;
  private final Ball ball = new Ball();
  private final double[] offset = new double[3];
  private double[] template = new double[3 * 64];
  private double[] weights = new double[64];

  private final double[] drift = new double[3];
  private final double[] own = new double[3];
  private double weightSum;

  private LocalLattice best;
  private double bestEvidence;
  private final double[] displacement = new double[3];

  AtomJudge(AtomGrid grid, double spacing) {
    this.grid = grid;
    this.spacing = spacing;
  }

  /**
   * Judges the atom at a position by the lattices of the points around it.
   *
   * @param lattices of a point
   */
  void judge(double[] centre, PointGrid points, IntFunction<LocalLattice[]> lattices) {
    begin();
    points.around(centre, (index, x, y, z) -> consider(lattices.apply(index), centre, x, y, z));
  }

  /** Judges a point by the lattices that were found around it. */
  void judge(double[] point, LocalLattice[] lattices) {
    begin();
    consider(lattices, point, 0, 0, 0);
  }

  private void begin() {
    best = null;
    bestEvidence = Double.NEGATIVE_INFINITY;
    weightSum = 0;
    Arrays.fill(own, 0);
  }

  private void consider(LocalLattice[] lattices, double[] centre, double x, double y, double z) {
    for (LocalLattice lattice : lattices) {
      if (weightSum == 0) {
        surroundings(centre);
      }
      double evidence = evidence(lattice, x, y, z);
      if (evidence > bestEvidence) {
        bestEvidence = evidence;
        best = lattice;
        setDisplacement(lattice);
      }
    }
  }

  private void surroundings(double[] centre) {
    grid.around(centre, RADIUS * spacing, ball);
    if (weights.length < ball.count()) {
      weights = new double[2 * ball.count()];
      template = new double[6 * ball.count()];
    }
    for (int i = 0; i < ball.count(); i++) {
      weights[i] = Math.exp(-ball.squaredLength(i) / (2 * spacing * spacing));
      weightSum += weights[i];
    }
  }

  /** Mean log likelihood per atom around; x, y, z lead from the lattice's point to the atom. */
  double evidence(LocalLattice lattice, double x, double y, double z) {
    int count = ball.count();
    Template t = lattice.template();
    toTemplate(lattice, x, y, z);
    drift(t, count);
    double atoms = lattice.volume() * lattice.density();
    double least = LEAST_SIGMA * spacing / Math.cbrt(lattice.volume());
    double sigma = Math.max(least, lattice.sigma());
    double height = LatticeFit.height(t, atoms, sigma, OUTLIERS);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double squared =
          t.offset(
              template[3 * i] - drift[0],
              template[3 * i + 1] - drift[1],
              template[3 * i + 2] - drift[2],
              offset);
      sum += weights[i] * Math.log(height * Math.exp(-squared / (2 * sigma * sigma)) + OUTLIERS);
      if (ball.squaredLength(i) == 0) {
        System.arraycopy(offset, 0, own, 0, 3);
      }
    }
    return sum / weightSum;
  }

  private void toTemplate(LocalLattice lattice, double x, double y, double z) {
    double[] m = lattice.inverse();
    double[] s = lattice.shift();
    double[] v = ball.vectors();
    for (int i = 0; i < ball.count(); i++) {
      double a = v[3 * i] + x - s[0];
      double b = v[3 * i + 1] + y - s[1];
      double c = v[3 * i + 2] + z - s[2];
      template[3 * i] = m[0] * a + m[1] * b + m[2] * c;
      template[3 * i + 1] = m[3] * a + m[4] * b + m[5] * c;
      template[3 * i + 2] = m[6] * a + m[7] * b + m[8] * c;
    }
  }

  /** Mean offset of the atoms that are near a site. */
  private void drift(Template t, int count) {
    double sum = 0;
    Arrays.fill(drift, 0);
    for (int i = 0; i < count; i++) {
      double squared = t.offset(template[3 * i], template[3 * i + 1], template[3 * i + 2], offset);
      if (squared < SNAP * SNAP) {
        sum += weights[i];
        for (int k = 0; k < 3; k++) {
          drift[k] += weights[i] * offset[k];
        }
      }
    }
    for (int k = 0; k < 3 && sum > 0; k++) {
      drift[k] /= sum;
    }
  }

  private void setDisplacement(LocalLattice lattice) {
    double[] m = lattice.metric();
    for (int k = 0; k < 3; k++) {
      displacement[k] = m[3 * k] * own[0] + m[3 * k + 1] * own[1] + m[3 * k + 2] * own[2];
    }
  }

  /** Writes what was judged last. */
  void answer(int atom, AtomAnswers answers) {
    double crystal =
        best == null
            ? WITHOUT_LATTICE
            : 1 / (1 + Math.exp(-STEEPNESS * (bestEvidence - EVEN_EVIDENCE)));
    if (crystal < 0.5) {
      answers.set(atom, LocalClass.UNKNOWN, 1 - crystal);
      return;
    }
    Template template = best.template();
    answers.set(atom, template.kind(), crystal);
    double[] turn = Symmetry.reduced(best.rotation(), template.isHexagonal());
    answers.setLattice(atom, Quaternions.of(turn), displacement);
  }

  /** What is said where there are no atoms. */
  static void setUnknown(AtomAnswers answers, int atom) {
    answers.set(atom, LocalClass.UNKNOWN, 1 - WITHOUT_LATTICE);
  }
}
