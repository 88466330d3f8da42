package org.laue.symmetry;

import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * The symmetry of one crystal. Immutable. Coordinates are fractions of the given cell unless said
 * otherwise; operations are exact, those of the tabulated group taken to the given cell.
 */
public final class SymmetryDataset {
  private final Crystal crystal;
  private final SymmetrySearch.Result result;
  private final List<SymmetryOperation> operations;

  SymmetryDataset(Crystal crystal, SymmetrySearch.Result result) {
    this.crystal = crystal;
    this.result = result;
    this.operations = List.copyOf(InputOperations.of(crystal.lattice(), result));
  }

  /** The crystal that was given. */
  public Crystal crystal() {
    return crystal;
  }

  /** Space-group number of the International Tables, 1 to 230. */
  public int number() {
    return setting().number();
  }

  /** Number of the Hall setting, 1 to 530: the standard one of the group. */
  public int hallNumber() {
    return result.match().hallNumber();
  }

  public String hallSymbol() {
    return setting().hallSymbol();
  }

  /** Short Hermann-Mauguin symbol, for instance {@code Fm-3m}. */
  public String internationalShort() {
    return setting().internationalShort();
  }

  public String internationalFull() {
    return setting().internationalFull();
  }

  public String schoenflies() {
    return setting().schoenflies();
  }

  /** Crystal class in Hermann-Mauguin notation, for instance {@code m-3m}. */
  public String pointGroup() {
    return setting().pointGroup();
  }

  public CrystalSystem crystalSystem() {
    return setting().crystalSystem();
  }

  /** All operations of the given cell, the pure translations of a supercell among them. */
  public List<SymmetryOperation> operations() {
    return operations;
  }

  /**
   * P [9], row-major, with which standard coordinates are {@code x_s = P x + p} for columns x in
   * the given cell.
   */
  public double[] transformationMatrix() {
    return ChangeOfBasis.of(result).matrix();
  }

  /** p [3] of {@link #transformationMatrix()}, fractions of the standard cell. */
  public double[] originShift() {
    return result.match().originShift();
  }

  /** For each atom the lowest-numbered atom that an operation maps it on. */
  public int[] equivalentAtoms() {
    return EquivalentAtoms.of(crystal, result);
  }

  /** The primitive cell as measured, in its reduced basis. */
  public Crystal primitiveCell() {
    return result.cell().crystal();
  }

  /** The Niggli-reduced lattice of the primitive cell. */
  public Lattice niggliLattice() {
    return NiggliReduction.reduced(primitiveCell().lattice());
  }

  /** The primitive cell in the Niggli-reduced basis. */
  public Crystal niggliCell() {
    Crystal primitive = primitiveCell();
    return Crystal.ofCartesian(niggliLattice(), primitive.atomicNumbers(), primitive.cartesian());
  }

  /** The tolerance at which the operations formed the group; at most what was asked for. */
  public Tolerance tolerance() {
    return result.tolerance();
  }

  SymmetrySearch.Result result() {
    return result;
  }

  HallSetting setting() {
    return result.match().setting();
  }

  @Override
  public String toString() {
    return "SymmetryDataset[" + internationalShort() + " (" + number() + "), " + crystal + "]";
  }
}
