package org.laue.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The lattices around a point: pair vectors of the atoms suggest how each template may lie, a fit
 * of all atoms decides between templates, and what the best leaves over is asked again, since a
 * second grain may begin there. One per thread.
 */
final class LatticeSearch {
  /** Radius of the ball, in spacings: about a hundred atoms. */
  static final double RADIUS = 2.9;

  private static final double VECTORS = 2.2;
  private static final double CORE = 2.2;
  private static final double SHORTEST = 0.65;

  /** Share of the sites that may hold an atom: below, another lattice explains them better. */
  private static final double LEAST_OCCUPANCY = 0.55;

  private static final double MOST_OCCUPANCY = 1.5;

  /** Templates whose peaks are lower than this share of the best one's are not fitted. */
  private static final double WORTH_FITTING = 0.5;

  private static final int MOST_GRAINS = 3;
  private static final int FEWEST_ATOMS = 24;

  private final AtomGrid grid;
  private final double spacing;
  private final double leastEvidence;
  private final Ball ball = new Ball();
  private final PairDensity density;
  private final Alignment alignment;
  private final LatticeFit fit = new LatticeFit();

  /**
   * @param spacing cube root of the volume per atom, angstrom
   * @param leastEvidence smallest evidence of a lattice that counts
   */
  LatticeSearch(AtomGrid grid, double spacing, double leastEvidence) {
    this.grid = grid;
    this.spacing = spacing;
    this.leastEvidence = leastEvidence;
    this.density = new PairDensity(spacing, VECTORS * spacing);
    this.alignment = new Alignment(density);
  }

  /** Lattices around a point, the one with most evidence first. */
  List<LocalLattice> at(double[] point) {
    grid.around(point, RADIUS * spacing, ball);
    List<LocalLattice> found = new ArrayList<>(1);
    while (found.size() < MOST_GRAINS && ball.count() >= FEWEST_ATOMS) {
      LocalLattice best = best();
      if (best == null || best.evidence() < leastEvidence) {
        break;
      }
      found.add(best);
      keepRest(best);
    }
    return found;
  }

  /** The lattice with most evidence, whatever it amounts to; null where nothing repeats. */
  private LocalLattice best() {
    density.fill(ball, RADIUS * spacing);
    alignment.update(SHORTEST * spacing, VECTORS * spacing);
    List<Template> templates = Template.all();
    double everywhere = 1 / (spacing * spacing * spacing);
    double[][] metrics = new double[templates.size()][];
    double[] scores = new double[templates.size()];
    double top = 0;
    for (int i = 0; i < scores.length; i++) {
      Template template = templates.get(i);
      double volume = template.siteVolume();
      double[] metric =
          alignment.best(
              template,
              Math.cbrt(LEAST_OCCUPANCY / (volume * Math.max(everywhere, here()))),
              Math.cbrt(MOST_OCCUPANCY / (volume * Math.min(everywhere, here()))));
      metrics[i] = metric == null ? null : alignment.refined(template, metric);
      scores[i] = metric == null ? 0 : alignment.score(template, metrics[i]);
      top = Math.max(top, scores[i]);
    }
    LocalLattice best = null;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && scores[i] >= WORTH_FITTING * top) {
        LocalLattice lattice = fitted(templates.get(i), metrics[i]);
        if (lattice != null && (best == null || lattice.evidence() > best.evidence())) {
          best = lattice;
        }
      }
    }
    return best;
  }

  private LocalLattice fitted(Template template, double[] metric) {
    return fit.fit(ball, template, metric, here(), spacing, CORE * spacing);
  }

  /** Atoms of the ball per cubic angstrom of it. */
  private double here() {
    double radius = RADIUS * spacing;
    return ball.count() / (4 * Math.PI / 3 * radius * radius * radius);
  }

  /** Leaves the atoms in the ball that the lattice does not explain. */
  private void keepRest(LocalLattice lattice) {
    fitted(lattice.template(), lattice.metric());
    boolean[] rest = new boolean[ball.count()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = fit.weight(i) < 0.5;
    }
    ball.keep(rest);
  }
}
