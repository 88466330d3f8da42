package org.laue.symmetry.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.lattice.ConventionalBases;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.lattice.NiggliReduction;
import org.laue.symmetry.lattice.RotationType;
import org.laue.symmetry.operations.Centring;
import org.laue.symmetry.operations.ConventionalOperations;

/**
 * The space group of a set of operations: its standard setting, and the change of basis and origin
 * that leads there. Method: rotation kinds give the crystal class, its axes a conventional basis
 * (Togo, Shinohara, Tanaka, arXiv 1808.01590), and the origin solves linear congruences
 * (Grosse-Kunstleve, Acta Cryst. A55, 383, 1999).
 *
 * @param hallNumber the setting reached
 * @param basis columns are the standard vectors a, b, c in terms of the primitive lattice: {@code
 *     (a_s b_s c_s) = (a_p b_p c_p) basis}; int [9] row-major
 * @param originShift p in {@code x_s = basis^-1 x_p + p}, fractions of the standard cell
 */
public record SpaceGroupMatch(int hallNumber, int[] basis, double[] originShift) {

  public SpaceGroupMatch {
    basis = basis.clone();
    originShift = originShift.clone();
  }

  /**
   * Finds the group.
   *
   * @param primitive lattice of a primitive cell
   * @param operations of that cell, one per rotation, in its basis
   * @param symprec largest distance in angstrom between a translation and the table's
   * @return empty if the operations are no space group within the tolerance
   */
  public static Optional<SpaceGroupMatch> find(
      Lattice primitive, List<SymmetryOperation> operations, double symprec) {
    List<int[]> rotations = operations.stream().map(SymmetryOperation::rotation).toList();
    String pointGroup = TabulatedGroup.pointGroup(RotationType.signature(rotations));
    if (pointGroup == null) {
      return Optional.empty();
    }
    CrystalSystem system = TabulatedGroup.systemOf(pointGroup);
    for (int[] basis : ConventionalBases.find(system, rotations, primitive)) {
      SpaceGroupMatch match = match(pointGroup, basis, primitive, operations, symprec);
      if (match != null) {
        return Optional.of(match);
      }
    }
    return Optional.empty();
  }

  private static SpaceGroupMatch match(
      String pointGroup,
      int[] basis,
      Lattice primitive,
      List<SymmetryOperation> operations,
      double symprec) {
    Centring centring = Centring.ofBasis(basis);
    List<TabulatedGroup> groups =
        centring == null ? List.of() : TabulatedGroup.standard(pointGroup, centring);
    if (groups.isEmpty()) {
      return null;
    }
    ConventionalOperations found = ConventionalOperations.of(operations, basis);
    if (found == null) {
      return null;
    }
    Lattice standardPrimitive =
        NiggliReduction.changed(primitive, basis)
            .transformed(Matrix3.transposed(centring.primitiveBasis()));
    for (TabulatedGroup group : groups) {
      double[] shift = OriginShift.find(found, group, standardPrimitive, symprec);
      if (shift != null) {
        return new SpaceGroupMatch(group.setting().hallNumber(), basis, wrapped(shift));
      }
    }
    return null;
  }

  private static double[] wrapped(double[] shift) {
    return Arrays.stream(shift).map(x -> x - Math.rint(x)).toArray();
  }

  public HallSetting setting() {
    return HallSettings.of(hallNumber);
  }

  /** Columns are the standard vectors in terms of the primitive ones; a copy. */
  @Override
  public int[] basis() {
    return basis.clone();
  }

  @Override
  public double[] originShift() {
    return originShift.clone();
  }

  /** The same group with standard coordinates x replaced by {@code turn^-1 x + shift}. */
  public SpaceGroupMatch changed(int[] turn, double[] shift) {
    double[] moved = Matrix3.apply(Matrix3.unimodularInverse(turn), originShift);
    for (int i = 0; i < 3; i++) {
      moved[i] += shift[i];
    }
    return new SpaceGroupMatch(hallNumber, Matrix3.multiply(basis, turn), wrapped(moved));
  }

  /** Standard coordinates of a position in the primitive cell. */
  public double[] toStandard(double[] primitiveFractional) {
    return toStandard(Matrix3.inverse(basis), primitiveFractional);
  }

  /** The same for a caller that holds the inverse of the basis. */
  public double[] toStandard(double[] inverseBasis, double[] primitiveFractional) {
    double[] x = Matrix3.apply(inverseBasis, primitiveFractional);
    for (int i = 0; i < 3; i++) {
      x[i] += originShift[i];
    }
    return x;
  }

  /** Position in the primitive cell of standard coordinates. */
  public double[] toPrimitive(double[] standard) {
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = standard[i] - originShift[i];
    }
    return Matrix3.apply(basis, x);
  }

  /** The standard lattice as measured, in the orientation of the primitive one. */
  public Lattice standardLattice(Lattice primitive) {
    return NiggliReduction.changed(primitive, basis);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpaceGroupMatch that
        && hallNumber == that.hallNumber
        && Arrays.equals(basis, that.basis)
        && Arrays.equals(originShift, that.originShift);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * hallNumber + Arrays.hashCode(basis)) + Arrays.hashCode(originShift);
  }

  @Override
  public String toString() {
    return "SpaceGroupMatch["
        + hallNumber
        + ", basis "
        + Arrays.toString(basis)
        + ", origin shift "
        + Arrays.toString(originShift)
        + "]";
  }
}
