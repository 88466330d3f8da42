package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;

/** Makes the crystal of a data block: cell, sites, and the sites' images under symmetry. */
final class CifStructure {
  private static final Pattern OPERATION =
      Pattern.compile("_(space_group|symmetry)_(?!.*magn).*(operation|pos|generator)_(as_)?xyz");

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
  private final List<String> warnings = new ArrayList<>();

  CifStructure(CifBlock block, ReadLimits limits, SpaceGroupOperations known) {
    this.block = block;
    this.limits = limits;
    this.known = known;
  }

  /** Blocks without cell and sites hold the text of a publication, or data of another kind. */
  static boolean isStructure(CifBlock block) {
    return block.has(CELL.get(0)) || block.hasAny("_atom_site_");
  }

  /** Whether a tag holds symmetry operations. */
  static boolean isOperation(String tag) {
    return OPERATION.matcher(tag).matches();
  }

  ParsedStructure read(String source, int position) {
    refuseModulation();
    Lattice lattice = lattice();
    List<CifSite> sites = CifSite.all(block, lattice);
    List<String> dummies = CifSite.dummies(block);
    if (!dummies.isEmpty()) {
      warnings.add("dummy sites left out: " + String.join(", ", dummies));
    }
    CifSpaceGroup group = new CifSpaceGroup(block, lattice, sites, known, limits);
    CifSpaceGroup.Decision decision = group.decide(operations(lattice));
    warnings.addAll(decision.warnings());
    String name = block.name().isEmpty() ? FileNames.stem(source) : block.name();
    return new ParsedStructure(
        source,
        position,
        name,
        decision.expansion().crystal(),
        properties(),
        warnings,
        ParsedStructure.Kind.WHOLE);
  }

  private void refuseModulation() {
    if (block.has("_cell_modulation_dimension")) {
      throw new UserException("Modulated structures are not read; give a commensurate supercell");
    }
  }

  /** Angles that are left out are right angles by the dictionary; lengths have no default. */
  private Lattice lattice() {
    double[] cell = new double[6];
    for (int i = 0; i < 6; i++) {
      String tag = CELL.get(i);
      String text = block.value(tag);
      if (text == null && i < 3) {
        throw new UserException(tag + " is missing");
      }
      if (text == null) {
        warnings.add(tag.substring(1) + " is not given: 90 degrees taken");
      }
      cell[i] = text == null ? 90 : CifNumber.parse(text, tag + block.place(tag));
    }
    return Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
  }

  /** The listed operations, each once modulo the lattice. */
  private List<SymmetryOperation> operations(Lattice lattice) {
    List<String> listed =
        block.tags().stream()
            .filter(CifStructure::isOperation)
            .findFirst()
            .map(block::column)
            .orElse(List.of());
    if (listed.isEmpty() && block.hasAny("_space_group_symop_magn")) {
      throw new UserException("Magnetic symmetry is not read; list the operations without spins");
    }
    Map<List<Long>, SymmetryOperation> operations = new LinkedHashMap<>();
    for (String text : listed) {
      SymmetryOperation operation = CifOperations.parse(text == null ? "?" : text);
      CifOperations.requireFit(operation, lattice);
      operations.putIfAbsent(CifOperations.key(operation), operation);
    }
    if (!operations.isEmpty()
        && !operations.containsKey(CifOperations.key(SymmetryOperation.IDENTITY))) {
      throw new UserException("Symmetry operations lack x,y,z; is their list complete?");
    }
    return List.copyOf(operations.values());
  }

  private Map<String, String> properties() {
    Map<String, String> properties = block.singles();
    properties.keySet().removeIf(tag -> CELL.contains(tag) || tag.startsWith("_atom_site"));
    properties.keySet().removeIf(CifStructure::isOperation);
    return properties;
  }
}
