package org.laue.scan;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.laue.StoppedException;

/**
 * Atoms of a block of space with those around them, and the lattices of the points around: what one
 * task of a scan gets.
 *
 * @param numbers of the atoms to be judged
 * @param places where they are, [3 numbers] in angstrom
 * @param around these and the atoms next to them, images included, [3 N] in angstrom
 * @param points the grid of points in the whole box
 * @param lattices of the points that are asked, by their numbers
 * @param spacing cube root of the volume per atom, angstrom
 */
record AtomPiece(
    int[] numbers,
    double[] places,
    double[] around,
    PointGrid points,
    HashMap<Integer, LocalLattice[]> lattices,
    double spacing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param block of bins of the grid of atoms
   * @param lattices of all points
   */
  static AtomPiece of(
      AtomGrid grid,
      PointGrid points,
      Blocks.Block block,
      LocalLattice[][] lattices,
      double spacing) {
    int[] slots = grid.slots(block);
    int[] numbers = new int[slots.length];
    double[] places = new double[3 * slots.length];
    double[] place = new double[3];
    HashMap<Integer, LocalLattice[]> near = new HashMap<>();
    for (int i = 0; i < slots.length; i++) {
      numbers[i] = grid.atomAt(slots[i]);
      grid.position(slots[i], place);
      System.arraycopy(place, 0, places, 3 * i, 3);
      points.around(place, (index, x, y, z) -> near.put(index, lattices[index]));
    }
    double[] around =
        numbers.length == 0 ? new double[0] : grid.near(block, AtomJudge.RADIUS * spacing);
    return new AtomPiece(numbers, places, around, points, near, spacing);
  }

  /** Answers in the order of the numbers. */
  AtomAnswers answers() {
    AtomAnswers answers = new AtomAnswers(numbers.length);
    if (numbers.length == 0) {
      return answers;
    }
    Map<Integer, LocalLattice[]> found = lattices;
    AtomJudge judge = new AtomJudge(AtomGrid.free(around.clone(), AtomGrid.BIN * spacing), spacing);
    double[] place = new double[3];
    for (int i = 0; i < numbers.length; i++) {
      StoppedException.ifInterrupted();
      System.arraycopy(places, 3 * i, place, 0, 3);
      judge.judge(place, points, found::get);
      judge.answer(i, answers);
    }
    return answers;
  }
}
