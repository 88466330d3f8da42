package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Makes the crystal of a data block: cell, sites, and the sites' images under symmetry. */
final class CifStructure {
  private static final List<String> OPERATION_TAGS =
      List.of("_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz");

  private static final List<String> CELL =
      List.of(
          "_cell_length_a",
          "_cell_length_b",
          "_cell_length_c",
          "_cell_angle_alpha",
          "_cell_angle_beta",
          "_cell_angle_gamma");

  private final CifBlock block;
  private final ReadLimits limits;
  private final SpaceGroupOperations known;

  CifStructure(CifBlock block, ReadLimits limits, SpaceGroupOperations known) {
    this.block = block;
    this.limits = limits;
    this.known = known;
  }

  /** Blocks without cell and sites hold the text of a publication, or data of another kind. */
  static boolean isStructure(CifBlock block) {
    return block.has(CELL.get(0)) || block.hasAny("_atom_site_");
  }

  ParsedStructure read(String source, int position) {
    refuseModulation();
    Lattice lattice = lattice();
    List<CifOperation> operations = operations(lattice);
    CifSymmetry symmetry = new CifSymmetry(lattice, operations);
    AtomList atoms = new AtomList(limits);
    List<String> labels = new ArrayList<>();
    for (CifSite site : CifSite.all(block, lattice)) {
      for (double[] image : symmetry.images(new double[] {site.x(), site.y(), site.z()})) {
        atoms.add(site.atomicNumber(), image[0], image[1], image[2]);
        labels.add(site.label());
      }
    }
    Crystal crystal = atoms.crystalOfFractional(lattice, labels::get);
    String name = block.name().isEmpty() ? FileNames.stem(source) : block.name();
    return new ParsedStructure(source, position, name, crystal, properties());
  }

  private void refuseModulation() {
    if (block.has("_cell_modulation_dimension")) {
      throw new UserException("Modulated structures are not read; give a commensurate supercell");
    }
  }

  private Lattice lattice() {
    double[] cell = new double[6];
    for (int i = 0; i < 6; i++) {
      String text = block.value(CELL.get(i));
      if (text == null) {
        throw new UserException(CELL.get(i) + " is missing");
      }
      cell[i] = CifNumber.parse(text, CELL.get(i) + block.place(CELL.get(i)));
    }
    return Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
  }

  private List<CifOperation> operations(Lattice lattice) {
    List<String> listed = block.column(OPERATION_TAGS.toArray(String[]::new));
    if (listed.isEmpty()) {
      return implied(lattice);
    }
    List<CifOperation> operations = parse(listed);
    operations.forEach(operation -> operation.requireFit(lattice));
    if (operations.stream().noneMatch(CifOperation::isIdentity)) {
      throw new UserException("Symmetry operations lack x,y,z; is their list complete?");
    }
    return operations;
  }

  private static List<CifOperation> parse(List<String> triplets) {
    return triplets.stream().map(text -> CifOperation.parse(text == null ? "?" : text)).toList();
  }

  /** Operations of a file that lists none: the identity, or those of the group that it names. */
  private List<CifOperation> implied(Lattice lattice) {
    String hall = block.value("_space_group_name_hall", "_symmetry_space_group_name_hall");
    String symbol =
        block.value(
            "_space_group_name_h-m_alt",
            "_space_group_name_h-m_full",
            "_symmetry_space_group_name_h-m",
            "_space_group_name_h-m");
    String number = block.value("_space_group_it_number", "_symmetry_int_tables_number");
    if (block.hasAny("_space_group_symop_magn")) {
      throw new UserException("Magnetic symmetry is not read; list the operations without spins");
    }
    boolean unnamed = hall == null && symbol == null && number == null;
    if (unnamed || isOne(hall) || isOne(symbol) || "1".equals(number)) {
      return parse(List.of("x,y,z"));
    }
    int numbered = number != null && Numbers.isCount(number) ? Integer.parseInt(number) : 0;
    List<List<CifOperation>> fitting =
        known.of(hall, symbol, numbered).stream()
            .map(CifStructure::parse)
            .filter(setting -> setting.stream().allMatch(operation -> operation.fits(lattice)))
            .toList();
    if (fitting.size() != 1) {
      throw unclear(symbol != null ? symbol : hall != null ? hall : number, fitting.size());
    }
    return fitting.get(0);
  }

  private static UserException unclear(String group, int settings) {
    return new UserException(
        "Space group "
            + group
            + " is named, but its operations are not listed"
            + (settings > 1 ? " and " + settings + " settings fit the cell" : "")
            + "; add the loop "
            + OPERATION_TAGS.get(0)
            + ", or write all atoms with space group P 1");
  }

  private static boolean isOne(String symbol) {
    return symbol != null && symbol.replaceAll("[\\s_]", "").toUpperCase(Locale.ROOT).equals("P1");
  }

  private Map<String, String> properties() {
    Map<String, String> properties = block.singles();
    properties.keySet().removeIf(tag -> CELL.contains(tag) || tag.startsWith("_atom_site"));
    properties.keySet().removeAll(OPERATION_TAGS);
    return properties;
  }
}
