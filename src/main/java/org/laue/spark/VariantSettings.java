package org.laue.spark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * Which variants of which structures; fingerprints and baselines of equal settings speak of the
 * same variants, seed by seed.
 *
 * @param structures run of structures
 * @param defects specifications, each applied to the pristine supercell of every structure
 * @param replicates variants of each structure and defect, with seeds of their own; pristine once
 * @param seed of the study; a variant's seed is a hash of it, the structure, the defect and the
 *     replicate
 * @param supercell to which the defects are applied
 * @param asGiven whether pristine variants keep the atoms of the structure as it was given, which
 *     may be a broken supercell in any basis, instead of building the supercell of its cell
 * @param unknownOrigin whether nothing is told of a supercell but its atoms, so that parent
 *     lattice, cell, orientation and length scale are found in it as in any crystal; otherwise the
 *     paper's road, on which it is known
 * @param onlyLabelled whether structures outside the seven classes are passed over
 * @param side one side of a split, whose structures alone are taken, or null for all
 */
public record VariantSettings(
    CompleteRun structures,
    List<DefectSpec> defects,
    int replicates,
    long seed,
    SupercellSettings supercell,
    boolean asGiven,
    boolean unknownOrigin,
    boolean onlyLabelled,
    Side side) {

  /**
   * One side of a split.
   *
   * @param splits run of splits
   * @param split {@code honest} or {@code random}
   * @param name {@code test} or {@code train}
   */
  public record Side(CompleteRun splits, String split, String name) {}

  public VariantSettings {
    structures.require(TableSchemas.STRUCTURES);
    defects = List.copyOf(defects);
    if (defects.isEmpty() || replicates < 1) {
      throw new UserException(
          "There must be at least one defect (pristine counts) and one replicate, were "
              + defects.size()
              + " and "
              + replicates);
    }
    if (defects.stream().distinct().count() < defects.size()) {
      throw new UserException("A defect is named twice in " + defects);
    }
  }

  /** Pristine variants of labelled structures. */
  public static VariantSettings pristine(CompleteRun structures, SupercellSettings supercell) {
    return new VariantSettings(
        structures, List.of(DefectSpec.PRISTINE), 1, 1, supercell, false, false, true, null);
  }

  public VariantSettings withDefects(List<DefectSpec> specs, int count, long studySeed) {
    return new VariantSettings(
        structures, specs, count, studySeed, supercell, asGiven, unknownOrigin, onlyLabelled, side);
  }

  /** For classification: every structure that was read, with the atoms it has. */
  public VariantSettings ofEverythingAsGiven() {
    return ofEverything().withAtomsAsGiven();
  }

  /** Of structures without a label too. */
  public VariantSettings ofEverything() {
    return new VariantSettings(
        structures, defects, replicates, seed, supercell, asGiven, unknownOrigin, false, side);
  }

  /** Pristine variants are the structures as they were given. */
  public VariantSettings withAtomsAsGiven() {
    return new VariantSettings(
        structures, defects, replicates, seed, supercell, true, unknownOrigin, onlyLabelled, side);
  }

  /** The same variants, of which nothing is told but their atoms. */
  public VariantSettings ofUnknownOrigin() {
    return new VariantSettings(
        structures, defects, replicates, seed, supercell, asGiven, true, onlyLabelled, side);
  }

  /** Of the structures on one side of a split alone. */
  public VariantSettings only(Side chosen) {
    return new VariantSettings(
        structures,
        defects,
        replicates,
        seed,
        supercell,
        asGiven,
        unknownOrigin,
        onlyLabelled,
        chosen);
  }

  /** The runs that the variants are made from. */
  List<CompleteRun> inputs() {
    return side == null ? List.of(structures) : List.of(structures, side.splits());
  }

  /** Variants that one structure gives. */
  int perStructure() {
    return defects.stream().mapToInt(spec -> spec.steps().isEmpty() ? 1 : replicates).sum();
  }

  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(supercell.toMap());
    map.put(
        "defects", defects.stream().map(DefectSpec::canonical).collect(Collectors.joining("; ")));
    map.put("replicates", Integer.toString(replicates));
    map.put("seed", Long.toString(seed));
    map.put("asGiven", Boolean.toString(asGiven));
    map.put("onlyLabelled", Boolean.toString(onlyLabelled));
    map.put("unknownOrigin", Boolean.toString(unknownOrigin));
    if (side != null) {
      map.put("side", side.split() + " " + side.name());
    }
    return map;
  }
}
