package org.laue.symmetry.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.BuiltOnce;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.OriginShift;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.lattice.LatticeRotations;
import org.laue.symmetry.lattice.RotationCode;
import org.laue.symmetry.operations.ConventionalOperations;

/**
 * The other choices of axes and origin under which a tabulated group reads the same, and how each
 * exchanges its Wyckoff letters: the part of the Euclidean normaliser without mirror images and
 * without the continuous shifts of polar groups.
 */
public final class Normaliser {
  private static final BuiltOnce<List<Choice>> CHOICES =
      new BuiltOnce<>(
          HallSettings.all().size() + 1,
          hallNumber -> new Normaliser(TabulatedGroup.of(hallNumber)).choices());

  /** Two points this close, in units of the cell edges, are one. */
  private static final double SAME = 1e-6;

  /** Any point without symmetry. */
  private static final double[] GENERIC = {0.1287, 0.3491, 0.0613};

  /**
   * One choice: standard coordinates x become {@code turn^-1 x + shift}.
   *
   * @param turn change of axes [9], proper
   * @param shift fractions of the cell [3]
   * @param positions for each Wyckoff position of the group the index of the one it becomes
   */
  public record Choice(int[] turn, double[] shift, int[] positions) {}

  private final TabulatedGroup group;
  private final List<WyckoffPosition> positions;
  private final List<SymmetryOperation> operations;

  private Normaliser(TabulatedGroup group) {
    this.group = group;
    this.positions = WyckoffTable.of(group.setting().number());
    this.operations = group.operations();
  }

  /** All choices for a standard setting; the one that changes nothing first. */
  public static List<Choice> of(int hallNumber) {
    return CHOICES.get(hallNumber);
  }

  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    List<double[]> shifts = group.homogeneousShifts();
    List<int[]> turns = new ArrayList<>();
    for (int[] turn : turnsOf(group.setting().crystalSystem())) {
      double[] origin = turns.stream().anyMatch(t -> isSame(t, turn)) ? null : shiftAfter(turn);
      if (origin != null) {
        turns.add(turn);
        for (double[] shift : shifts) {
          double[] sum = {origin[0] + shift[0], origin[1] + shift[1], origin[2] + shift[2]};
          choices.add(new Choice(turn, sum, exchanged(turn, sum)));
        }
      }
    }
    return List.copyOf(choices);
  }

  /** Turns under which the lattice of the system never changes. */
  private static List<int[]> turnsOf(CrystalSystem system) {
    return switch (system) {
      case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> List.of(Matrix3.identity());
      case TETRAGONAL -> LatticeRotations.TETRAGONAL;
      case TRIGONAL, HEXAGONAL -> LatticeRotations.HEXAGONAL;
      case CUBIC -> LatticeRotations.CUBIC;
    };
  }

  /** Whether two turns differ by a rotation of the group. */
  private boolean isSame(int[] p, int[] q) {
    int code = RotationCode.of(Matrix3.multiply(Matrix3.unimodularInverse(p), q));
    return Arrays.binarySearch(group.codes(), code) >= 0;
  }

  /** The shift that makes the turned operations those of the table again, or null. */
  private double[] shiftAfter(int[] turn) {
    ConventionalOperations turned = ConventionalOperations.of(group.representatives(), turn);
    Lattice unit = Lattice.ofRows(Matrix3.transposed(group.centring().primitiveBasis()));
    return turned == null ? null : OriginShift.find(turned, group, unit, SAME);
  }

  private int[] exchanged(int[] turn, double[] shift) {
    int[] back = Matrix3.unimodularInverse(turn);
    int[] to = new int[positions.size()];
    for (int i = 0; i < to.length; i++) {
      double[] off = positions.get(i).displacement(GENERIC);
      double[] x = {GENERIC[0] - off[0], GENERIC[1] - off[1], GENERIC[2] - off[2]};
      double[] y = Matrix3.apply(back, x);
      for (int axis = 0; axis < 3; axis++) {
        y[axis] += shift[axis];
      }
      to[i] = indexOf(y, positions.get(i).multiplicity());
    }
    return to;
  }

  private int indexOf(double[] x, int multiplicity) {
    for (int i = 0; i < positions.size(); i++) {
      WyckoffPosition position = positions.get(i);
      if (position.multiplicity() == multiplicity && holds(position, x)) {
        return i;
      }
    }
    throw new IllegalStateException("No position of " + group.setting() + " holds the point");
  }

  private boolean holds(WyckoffPosition position, double[] x) {
    for (SymmetryOperation operation : operations) {
      double[] d = position.displacement(operation.apply(x));
      if (Math.abs(d[0]) + Math.abs(d[1]) + Math.abs(d[2]) < SAME) {
        return true;
      }
    }
    return false;
  }
}
