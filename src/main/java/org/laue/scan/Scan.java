package org.laue.scan;

import java.util.List;
import org.laue.structure.Atoms;

/** Scans atoms for local structure. */
public final class Scan {
  private static final LocalLattice[] NONE = {};

  /**
   * Evidence per atom, nats, at which lattice and none are equally likely, and how fast that turns.
   */
  private static final double EVEN_EVIDENCE = 0.6;

  private static final double STEEPNESS = 4;

  /** Probability of a crystal where no lattice was found. */
  private static final double WITHOUT_LATTICE = 0.02;

  private final ScanSettings settings;

  public Scan(ScanSettings settings) {
    this.settings = settings;
  }

  /** Answers for every atom, and the grains. */
  public ScanResult scan(Atoms atoms) {
    double spacing = Spacing.of(atoms);
    AtomGrid grid = AtomGrid.of(atoms, 1.5 * spacing);
    PointGrid points = new PointGrid(grid, settings.step() * spacing);
    LocalLattice[][] lattices = lattices(grid, points, spacing);
    AtomAnswers answers = new AtomAnswers(grid.atomCount());
    Parallel.forEach(
        grid.atomCount(),
        settings.threads(),
        () -> {
          AtomJudge judge = new AtomJudge(grid, points, lattices, spacing);
          return place -> answer(judge, place, grid.atomAt(place), answers);
        });
    Grains grains = Grains.find(grid, answers, spacing, settings);
    return new ScanResult(answers, grains.grains(), grains.boundaries(), spacing);
  }

  /** The lattices around each point. */
  LocalLattice[][] lattices(AtomGrid grid, PointGrid points, double spacing) {
    LocalLattice[][] lattices = new LocalLattice[points.size()][];
    Parallel.forEach(
        points.size(),
        settings.threads(),
        () -> {
          LatticeSearch search = new LatticeSearch(grid, spacing, settings.leastEvidence());
          double[] point = new double[3];
          return index -> {
            points.point(index, point);
            List<LocalLattice> found = search.at(point);
            lattices[index] = found.isEmpty() ? NONE : found.toArray(NONE);
          };
        });
    return lattices;
  }

  private static void answer(AtomJudge judge, int place, int atom, AtomAnswers answers) {
    judge.judge(place);
    LocalLattice lattice = judge.lattice();
    double crystal =
        lattice == null
            ? WITHOUT_LATTICE
            : 1 / (1 + Math.exp(-STEEPNESS * (judge.evidence() - EVEN_EVIDENCE)));
    if (crystal < 0.5) {
      answers.set(atom, LocalClass.UNKNOWN, 1 - crystal);
      return;
    }
    answers.set(atom, lattice.template().kind(), crystal);
    double[] turn = Symmetry.reduced(lattice.rotation(), lattice.template().isHexagonal());
    answers.setLattice(atom, Quaternions.of(turn), judge.displacement());
  }
}
