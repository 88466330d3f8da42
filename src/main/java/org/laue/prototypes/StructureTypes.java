package org.laue.prototypes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laue.ResourceTable;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.Tolerance;

/**
 * The structure types that crystals are called by, read from {@code structure-types.txt}, and which
 * of them a crystal is.
 *
 * <p>A crystal is of a type if it has its space group, the same Wyckoff positions occupied by
 * elements that differ where the species do, and free parameters within the ranges of the type, in
 * one of the choices of axes and origin that leave the group as it is. So the answer depends
 * neither on the cell that was given nor on the origin. Mirror images are of one type. Crystals of
 * no type stay without a name.
 */
public final class StructureTypes {
  private static final List<StructureType> ALL =
      ResourceTable.lines(StructureTypes.class, "structure-types.txt").stream()
          .map(StructureTypes::parse)
          .toList();

  private static final Map<Integer, List<StructureType>> BY_GROUP =
      ALL.stream().collect(Collectors.groupingBy(type -> type.prototype().spaceGroup()));

  /** Of cells that are exact, angstrom. */
  private static final Tolerance EXACT = Tolerance.of(1e-3);

  private StructureTypes() {}

  /** Every structure type, in the order of the table. */
  public static List<StructureType> all() {
    return ALL;
  }

  /** The names by which class schemes know them, in the order of the table. */
  static List<String> names() {
    return ALL.stream().map(type -> type.prototype().name()).toList();
  }

  /**
   * @param name of its prototype, {@code B1-NaCl}
   */
  public static Optional<StructureType> find(String name) {
    return ALL.stream().filter(type -> type.prototype().name().equals(name)).findFirst();
  }

  /** The type of a crystal, as far as it has one of the table. */
  public static Optional<StructureType> of(SymmetryDataset crystal) {
    if (crystal.primitiveCell().atomCount() > TypeMatch.MOST_ATOMS) {
      return Optional.empty();
    }
    Optional<StructureType> found = match(crystal);
    return found.isEmpty() && mayBeMirrored(crystal) ? matchOfMirrorImage(crystal) : found;
  }

  /** Whether the mirror image is another crystal, which may be of a type with as many atoms. */
  private static boolean mayBeMirrored(SymmetryDataset crystal) {
    return !hasImproperOperation(crystal.hallNumber())
        && ALL.stream()
            .filter(type -> type.atoms() == atomsOf(crystal))
            .map(type -> HallSettings.standardOf(type.prototype().spaceGroup()))
            .anyMatch(setting -> setting.pointGroup().equals(crystal.pointGroup()));
  }

  private static Optional<StructureType> matchOfMirrorImage(SymmetryDataset crystal) {
    try {
      return match(SymmetryFinder.symmetry(inverted(crystal.standardCell(true)), EXACT));
    } catch (SymmetryException sitesFellTogether) {
      return Optional.empty();
    }
  }

  private static Optional<StructureType> match(SymmetryDataset crystal) {
    List<StructureType> found = matches(crystal);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** All types that a crystal is of as it stands, not its mirror image. */
  static List<StructureType> matches(SymmetryDataset crystal) {
    int atoms = atomsOf(crystal);
    List<StructureType> candidates =
        BY_GROUP.getOrDefault(crystal.number(), List.of()).stream()
            .filter(type -> type.atoms() == atoms)
            .toList();
    return candidates.isEmpty() ? List.of() : TypeMatch.of(crystal).of(candidates);
  }

  /** Atoms of the conventional cell. */
  private static int atomsOf(SymmetryDataset crystal) {
    return crystal.primitiveCell().atomCount()
        * TabulatedGroup.of(crystal.hallNumber()).centring().multiplicity();
  }

  private static boolean hasImproperOperation(int hallNumber) {
    return TabulatedGroup.of(hallNumber).representatives().stream()
        .anyMatch(operation -> Matrix3.determinant(operation.rotation()) < 0);
  }

  private static Crystal inverted(Crystal crystal) {
    double[] mirrored = crystal.fractional();
    for (int i = 0; i < mirrored.length; i++) {
      mirrored[i] = -mirrored[i];
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), mirrored);
  }

  private static StructureType parse(String line) {
    String[] columns = line.split("\\|", -1);
    String label = columns[0].strip();
    int spaceGroup = Integer.parseInt(columns[1].strip());
    int hallNumber = HallSettings.standardOf(spaceGroup).hallNumber();
    List<SymmetryOperation> operations = TabulatedGroup.of(hallNumber).operations();
    Prototype prototype =
        new Prototype(
            label.replace(' ', '-'),
            spaceGroup,
            operations,
            Prototype.Site.parseAll(columns[2]),
            FreeParameter.parseAll(columns[3]),
            1,
            Tier.CORE);
    String lattice = columns[5].strip();
    return new StructureType(
        label,
        prototype,
        columns[4].strip(),
        lattice.equals("-") ? "" : lattice,
        columns[6].strip());
  }
}
