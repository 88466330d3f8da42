package org.laue.scan;

import java.io.Serializable;
import java.util.List;
import org.laue.StoppedException;

/**
 * Points of the grid with all atoms that are looked at from them: what one task of a scan gets.
 *
 * @param points their numbers in the grid
 * @param places where they are, [3 points] in angstrom
 * @param atoms around them, images included, [3 N] in angstrom
 * @param spacing cube root of the volume per atom, angstrom
 * @param leastEvidence see {@link ScanSettings}
 */
record PointPiece(
    int[] points, double[] places, double[] atoms, double spacing, double leastEvidence)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final LocalLattice[] NONE = {};

  /**
   * @param block of points
   */
  static PointPiece of(
      AtomGrid grid, PointGrid points, Blocks.Block block, double spacing, double leastEvidence) {
    int[] numbers = points.numbers(block);
    double[] places = new double[3 * numbers.length];
    double[] place = new double[3];
    for (int i = 0; i < numbers.length; i++) {
      points.point(numbers[i], place);
      System.arraycopy(place, 0, places, 3 * i, 3);
    }
    double[] atoms = grid.near(block, LatticeSearch.RADIUS * spacing);
    return new PointPiece(numbers, places, atoms, spacing, leastEvidence);
  }

  private interface Finder {
    void found(int point, double[] place, LocalLattice[] lattices);
  }

  private void forEach(AtomGrid grid, Finder finder) {
    LatticeSearch search = new LatticeSearch(grid, spacing, leastEvidence);
    double[] place = new double[3];
    for (int i = 0; i < points.length; i++) {
      StoppedException.ifInterrupted();
      System.arraycopy(places, 3 * i, place, 0, 3);
      List<LocalLattice> found = search.at(place);
      finder.found(i, place, found.isEmpty() ? NONE : found.toArray(NONE));
    }
  }

  /** The lattices around each point. */
  LocalLattice[][] lattices() {
    LocalLattice[][] lattices = new LocalLattice[points.length][];
    java.util.Arrays.fill(lattices, NONE);
    if (atoms.length > 0) {
      forEach(grid(), (point, place, found) -> lattices[point] = found);
    }
    return lattices;
  }

  /** What the points are themselves, as atoms there would be. */
  AtomAnswers answers() {
    AtomAnswers answers = new AtomAnswers(points.length);
    if (atoms.length == 0) {
      for (int point = 0; point < points.length; point++) {
        AtomJudge.setUnknown(answers, point);
      }
      return answers;
    }
    AtomGrid grid = grid();
    AtomJudge judge = new AtomJudge(grid, spacing);
    forEach(
        grid,
        (point, place, found) -> {
          judge.judge(place, found);
          judge.answer(point, answers);
        });
    return answers;
  }

  private AtomGrid grid() {
    return AtomGrid.free(atoms.clone(), AtomGrid.BIN * spacing);
  }
}
