package org.laue.symmetry.cell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.lattice.NiggliReduction;
import org.laue.symmetry.operations.Tolerance;

/**
 * The symmetry of one crystal. Immutable. Coordinates are fractions of the given cell unless said
 * otherwise; operations are exact, those of the tabulated group taken to the given cell.
 */
public final class SymmetryDataset {
  private final Crystal crystal;
  private final SymmetrySearch.Result result;
  private final List<SymmetryOperation> operations;
  private final Standardisation standardisation;

  public SymmetryDataset(Crystal crystal, SymmetrySearch.Result result) {
    this.crystal = crystal;
    this.result = result;
    this.operations = List.copyOf(InputOperations.of(crystal.lattice(), result));
    this.standardisation =
        new Standardisation(result.match(), result.cell().crystal(), result.tolerance().symprec());
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

  /** For each atom the lowest-numbered atom that an operation of the group maps it on. */
  public int[] equivalentAtoms() {
    int[] map = result.cell().atomMap();
    int[] lowest = new int[primitiveCell().atomCount()];
    Arrays.fill(lowest, -1);
    int[] equivalent = new int[crystal.atomCount()];
    for (int atom = 0; atom < equivalent.length; atom++) {
      int orbit = standardisation.sites().get(map[atom]).representative();
      if (lowest[orbit] < 0) {
        lowest[orbit] = atom;
      }
      equivalent[atom] = lowest[orbit];
    }
    return equivalent;
  }

  /**
   * Wyckoff letter of each atom in the standard setting, a for the highest site symmetry. Origins
   * and axes that the group leaves open can exchange letters of the same site symmetry.
   */
  public List<String> wyckoffLetters() {
    return sites().map(site -> String.valueOf(site.position().letter())).toList();
  }

  /** Oriented site-symmetry symbol of each atom, for instance {@code -43m} or {@code 2.mm}. */
  public List<String> siteSymmetries() {
    return sites().map(site -> site.position().siteSymmetry()).toList();
  }

  /** Coordinates of each atom that the group leaves free, 0 to 3. */
  public int[] freeCoordinates() {
    return sites().mapToInt(site -> site.position().freeCoordinates()).toArray();
  }

  private Stream<Site> sites() {
    List<Site> sites = standardisation.sites();
    return Arrays.stream(result.cell().atomMap()).mapToObj(sites::get);
  }

  /**
   * The conventional cell of the standard setting (Spglib's {@code standardize_cell} without {@code
   * to_primitive}).
   *
   * @param idealize false: lengths, angles, positions and orientation as measured, only axes and
   *     origin follow from the space group ({@code no_idealize}). True: the lattice obeys its
   *     crystal system with a along x, and the atoms sit on their Wyckoff positions.
   */
  public Crystal standardCell(boolean idealize) {
    return standardisation.conventional(idealize);
  }

  /** A primitive cell of {@link #standardCell}, one lattice point of it. */
  public Crystal standardPrimitiveCell(boolean idealize) {
    return standardisation.primitive(idealize);
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
