package org.laue.tables.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.tables.Json;
import org.laue.tables.parquet.TableRow;

/**
 * A crystal with what is known about it: one row of {@link TableSchemas#STRUCTURES}.
 *
 * @param expectedSpaceGroup as the source states it, or null
 * @param prototype name and region of its free parameters, or null for a crystal from a file
 */
public record StructureRow(
    String structureId,
    String source,
    int position,
    String name,
    Crystal crystal,
    Symmetry symmetry,
    Integer expectedSpaceGroup,
    Prototype prototype,
    Labels labels,
    Map<String, String> properties) {

  /** Where in the space of known prototypes a crystal stands. */
  public record Prototype(String name, String region) {}

  /**
   * Space groups found.
   *
   * @param symprecs tolerances in angstrom
   * @param spaceGroups number at each, 0 = no answer
   * @param labelling index of the tolerance whose number gives the label, or -1 before the search
   */
  public record Symmetry(double[] symprecs, int[] spaceGroups, int labelling) {
    public static final Symmetry UNKNOWN = new Symmetry(new double[0], new int[0], -1);

    /** The number that gives the label, or null where there is none. */
    public Integer spaceGroup() {
      return labelling < 0 || spaceGroups[labelling] == 0 ? null : spaceGroups[labelling];
    }
  }

  /**
   * Classes of the study's scheme, null for crystals of none of them.
   *
   * @param found by the space group that was found
   * @param expected by the space group that the source states
   */
  public record Labels(String found, String expected) {
    static final Labels NONE = new Labels(null, null);
  }

  /** A crystal as read, before any search. */
  public static StructureRow unlabelled(
      String source, int position, String name, Crystal crystal, Map<String, String> properties) {
    return new StructureRow(
        StructureId.of(crystal),
        source,
        position,
        name,
        crystal,
        Symmetry.UNKNOWN,
        null,
        null,
        Labels.NONE,
        properties);
  }

  /** With what the search found, and the classes that follow from it. */
  public StructureRow withSymmetry(Symmetry found, ClassScheme scheme) {
    String made = prototype == null ? null : prototype.name();
    Labels told =
        new Labels(scheme.label(found.spaceGroup(), made), scheme.label(expectedSpaceGroup, made));
    return with(found, expectedSpaceGroup, prototype, told, properties);
  }

  /** Of a class that something else than its symmetry tells. */
  public StructureRow withLabel(String label) {
    return with(symmetry, expectedSpaceGroup, prototype, new Labels(label, null), properties);
  }

  /** With more of what is said of it, which wins over what was said. */
  public StructureRow withProperties(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    all.putAll(more);
    return with(symmetry, expectedSpaceGroup, prototype, labels, all);
  }

  public StructureRow withExpected(Integer spaceGroup) {
    return with(symmetry, spaceGroup, prototype, labels, properties);
  }

  public StructureRow withPrototype(Prototype known) {
    return with(symmetry, expectedSpaceGroup, known, labels, properties);
  }

  /** The same crystal from the same place. */
  private StructureRow with(
      Symmetry found, Integer expected, Prototype known, Labels told, Map<String, String> said) {
    return new StructureRow(
        structureId, source, position, name, crystal, found, expected, known, told, said);
  }

  public TableRow toRow() {
    return TableRow.of(
        TableSchemas.STRUCTURES,
        structureId,
        source,
        position,
        name,
        crystal.formula(),
        crystal.atomCount(),
        crystal.lattice().rows(),
        crystal.atomicNumbers(),
        crystal.fractional(),
        symmetry.symprecs(),
        symmetry.spaceGroups(),
        symmetry.spaceGroup(),
        labels.found(),
        expectedSpaceGroup,
        labels.expected(),
        prototype == null ? null : prototype.name(),
        prototype == null ? null : prototype.region(),
        properties.isEmpty() ? null : Json.text(properties));
  }

  /** Reads a row with all columns of the table. */
  public static StructureRow of(TableRow row) {
    int[] groups = row.integers("space_groups");
    String prototype = row.text("prototype");
    return new StructureRow(
        row.text("structure_id"),
        row.text("source"),
        row.integer("position"),
        row.text("name"),
        crystal(row),
        new Symmetry(
            row.numbers("symprecs"), groups, indexOf(groups, row.integerOrNull("space_group"))),
        row.integerOrNull("expected_space_group"),
        prototype == null ? null : new Prototype(prototype, row.text("region")),
        new Labels(row.text("label"), row.text("expected_label")),
        properties(row.text("properties")));
  }

  private static int indexOf(int[] groups, Integer group) {
    for (int i = 0; group != null && i < groups.length; i++) {
      if (groups[i] == group) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> properties(String json) {
    return json == null ? Map.of() : Json.parse(json, Map.class);
  }

  /** The crystal of a row that has the columns lattice, atomic_numbers and fractional. */
  public static Crystal crystal(TableRow row) {
    return Crystal.of(
        Lattice.ofRows(row.numbers("lattice")),
        row.integers("atomic_numbers"),
        row.numbers("fractional"));
  }
}
