package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laue.api.Laue;
import org.laue.prototypes.StructureType;
import org.laue.structure.Atoms;
import org.laue.structure.Element;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.parent.ParentGroup;
import org.laue.symmetry.parent.ParentLattice;
import org.laue.symmetry.parent.ParentSite;

/** The parent of some atoms as columns: its group, its defects, its sites. */
final class ParentColumns {
  static final List<String> NAMES =
      List.of(
          "parent",
          "parent_symbol",
          "parent_type",
          "parent_certainty",
          "parent_formula",
          "parent_sites",
          "occupancy",
          "vacancies",
          "interstitials",
          "substitutions",
          "rms_displacement_angstrom",
          "sites");

  /** What fits beside each other on a screen: all but the sites. */
  static final List<String> NARROW =
      Stream.concat(Stream.of("name", "number", "formula", "atoms"), NAMES.stream())
          .filter(name -> !name.equals("sites"))
          .toList();

  private ParentColumns() {}

  /** A value for each name; nulls where the atoms have no parent. */
  static List<Object> of(Atoms atoms) {
    Optional<ParentLattice> parent = Laue.parent(atoms);
    return parent.map(ParentColumns::of).orElse(Collections.nCopies(NAMES.size(), null));
  }

  private static List<Object> of(ParentLattice parent) {
    ParentGroup group = parent.group(Laue.DEFAULT_SYMPREC);
    SymmetryDataset symmetry = group.symmetry();
    return Arrays.asList(
        symmetry.number(),
        symmetry.internationalShort(),
        Laue.structureType(symmetry).map(StructureType::label).orElse(null),
        rounded(group.certainty()),
        parent.cell().formula(),
        parent.cell().atomCount(),
        rounded(parent.occupancy()),
        parent.vacancies(),
        parent.strays(),
        parent.substituted(),
        rounded(Math.sqrt(3) * parent.sigmaAngstrom()),
        sites(parent, symmetry));
  }

  private static List<Map<String, Object>> sites(ParentLattice parent, SymmetryDataset symmetry) {
    List<Map<String, Object>> sites = new ArrayList<>();
    for (int i = 0; i < parent.sites().size(); i++) {
      ParentSite site = parent.sites().get(i);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("element", Element.of(parent.cell().atomicNumber(i)).symbol());
      values.put("wyckoff", symmetry.wyckoffLetters().get(i));
      values.put("occupancy", rounded(Math.min(1, (double) site.atoms() / parent.cells())));
      values.put("shares", shares(site));
      values.put(
          "displacement_tensor_angstrom2",
          Arrays.stream(site.displacementTensor()).boxed().map(ParentColumns::fine).toList());
      sites.add(values);
    }
    return sites;
  }

  private static Map<String, Double> shares(ParentSite site) {
    Map<String, Double> shares = new LinkedHashMap<>();
    site.elements()
        .forEach(
            (element, count) ->
                shares.put(Element.of(element).symbol(), rounded((double) count / site.atoms())));
    return shares;
  }

  private static double rounded(double value) {
    return Math.rint(1e4 * value) / 1e4;
  }

  private static double fine(double value) {
    return Math.rint(1e6 * value) / 1e6;
  }
}
