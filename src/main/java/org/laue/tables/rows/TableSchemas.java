package org.laue.tables.rows;

import static org.laue.tables.parquet.Column.optional;
import static org.laue.tables.parquet.Column.required;
import static org.laue.tables.parquet.ColumnType.BOOLEAN;
import static org.laue.tables.parquet.ColumnType.DOUBLE;
import static org.laue.tables.parquet.ColumnType.DOUBLES;
import static org.laue.tables.parquet.ColumnType.FLOATS;
import static org.laue.tables.parquet.ColumnType.INT;
import static org.laue.tables.parquet.ColumnType.INTS;
import static org.laue.tables.parquet.ColumnType.LONG;
import static org.laue.tables.parquet.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.TableSchema;

/** The tables that the steps hand to one another. */
public final class TableSchemas {
  /** One crystal. */
  public static final TableSchema STRUCTURES =
      new TableSchema(
          "structures",
          List.of(
              required("structure_id", STRING, "hash of the content, 32 hexadecimal digits"),
              required("source", STRING, "file or generator the crystal came from"),
              required("position", INT, "1-based position in the source"),
              optional("name", STRING, "name given by the source"),
              required("formula", STRING, "reduced formula, elements by atomic number"),
              required("atom_count", INT, "atoms in the cell as given"),
              required("lattice", DOUBLES, "[9], rows = lattice vectors, angstrom"),
              required("atomic_numbers", INTS, "[N]"),
              required("fractional", DOUBLES, "[3 N], atom by atom, along a, b, c"),
              required("symprecs", DOUBLES, "tolerances of the symmetry search, angstrom"),
              required("space_groups", INTS, "number found at each tolerance, 0 = no answer"),
              optional("space_group", INT, "the number that gave the label"),
              optional("label", STRING, "class, or empty where it is none of the scheme's"),
              optional("expected_space_group", INT, "space group as the source states it"),
              optional("expected_label", STRING, "class of the space group the source states"),
              optional("prototype", STRING, "structure prototype, where it is known"),
              optional("region", STRING, "region of the prototype's free parameters"),
              optional("properties", STRING, "what else the source said, a JSON object")),
          List.of("structure_id"));

  /** An input that could not be used, whatever the step. */
  public static final TableSchema REJECTS =
      new TableSchema(
          "rejects",
          List.of(
              required("source", STRING, "file, generator or structure_id"),
              required("position", INT, "1-based position in the source, 0 = the whole of it"),
              required("step", STRING, "step that refused it"),
              required("reason", STRING, "why, with the value and the place")),
          List.of("source", "position", "step"));

  private static final List<Column> VARIANT =
      List.of(
          required("structure_id", STRING, "crystal the variant was made from"),
          required("defect_kind", STRING, "pristine, displacement, vacancy, substitution, ..."),
          required("level", DOUBLE, "strength: angstrom (displacement) or fraction"),
          required("defect", STRING, "the whole specification in canonical form"),
          required("replicate", INT, "0-based repetition with another seed"),
          required("seed", LONG, "seed of this variant"),
          optional("label", STRING, "class of the parent crystal"));

  private static final List<String> VARIANT_KEY = List.of("structure_id", "defect", "replicate");

  /** The diffraction fingerprint of a variant. */
  public static final TableSchema FINGERPRINTS =
      new TableSchema(
          "fingerprints",
          variantAnd(
              required("atom_count", INT, "atoms that diffract"),
              required("bond_length_angstrom", DOUBLE, "length all positions were divided by"),
              required("shape", INTS, "[3, 64, 64] = channel, detector row, detector column"),
              required(
                  "signature", LONG, "equal for images whose 8 x 8 pixel means agree within 1e-5"),
              required("image_mean", DOUBLE, "mean of all pixels, [0, 1]"),
              required("pixels", FLOATS, "channels first, row-major, [0, 1]")),
          VARIANT_KEY);

  /** The point cloud of a variant. */
  public static final TableSchema POINT_CLOUDS =
      new TableSchema(
          "pointclouds",
          variantAnd(
              required("atom_count", INT, "atoms of the cell as given"),
              required(
                  "shape", INTS, "[points, 3 + radiations], points that pad the cloud among them"),
              required("point_count", INT, "points of the lattice; those that pad follow"),
              required("points", FLOATS, "x, y, z, intensities of each point, point by point")),
          VARIANT_KEY);

  /** The graph of a variant: its atoms, its bonds from both ends, its composition. */
  public static final TableSchema GRAPHS =
      new TableSchema(
          "graphs",
          variantAnd(
              required("elements", INTS, "[atoms], atomic numbers"),
              required("composition_elements", INTS, "[distinct], atomic numbers, ascending"),
              required("composition_fractions", FLOATS, "[distinct], share of the atoms"),
              required("bond_sources", INTS, "[bonds], 0-based atom, ascending"),
              required("bond_targets", INTS, "[bonds], 0-based atom"),
              required("bond_lengths_angstrom", FLOATS, "[bonds], by length for each source")),
          VARIANT_KEY);

  /** What a symmetry finder says about a variant at one setting. */
  public static final TableSchema BASELINES =
      new TableSchema(
          "baselines",
          variantAnd(
              required("setting", STRING, "tight, medium, loose, or parent"),
              required("compat", STRING, "V2, or V1_9_9 without closure of the translations"),
              optional("space_group", INT, "number found, empty where there is no answer"),
              optional("predicted", STRING, "class that number tells, or empty"),
              optional("correct", BOOLEAN, "whether it is the parent's class")),
          List.of("structure_id", "defect", "replicate", "compat", "setting"));

  /** What the network says about a variant. */
  public static final TableSchema PREDICTIONS =
      new TableSchema(
          "predictions",
          variantAnd(
              required("probabilities", FLOATS, "[classes], in the order of the scheme"),
              required("predicted", STRING, "class of the largest probability"),
              optional("correct", BOOLEAN, "whether it is the parent's class"),
              required("novelty", DOUBLE, "above 1 where the image is far from the training set"),
              optional("warning", STRING, "why the answer may lie outside what the model knows")),
          VARIANT_KEY);

  /** The numbers of a structure that a task asks for. */
  public static final TableSchema TARGETS =
      new TableSchema(
          "targets",
          List.of(
              required("structure_id", STRING, "crystal"),
              required("numbers", DOUBLES, "in the order of the task's numbers, in their units")),
          List.of("structure_id"));

  /** What the network says about a number of a variant. */
  public static final TableSchema NUMBERS =
      new TableSchema(
          "numbers",
          variantAnd(
              required("name", STRING, "which number"),
              required("unit", STRING, "of both numbers, may be empty"),
              required("predicted", DOUBLE, "what the network says"),
              optional("true", DOUBLE, "of the crystal, where it is known"),
              optional("split", STRING, "train or test, where the crystal was split"),
              required("novelty", DOUBLE, "above 1 where it is far from the training set"),
              optional("warning", STRING, "why the answer may lie outside what the model knows")),
          List.of("structure_id", "defect", "replicate", "name"));

  /** Which side of each split a structure stands on. */
  public static final TableSchema SPLITS =
      new TableSchema(
          "splits",
          List.of(
              required("structure_id", STRING, "crystal"),
              required("label", STRING, "class; empty text where numbers are asked for"),
              required("random", STRING, "train, test or validation, drawn within each class"),
              required("honest", STRING, "train, test, or dropped: too near to a test image"),
              optional("prototype", STRING, "structure prototype"),
              optional("region", STRING, "region of its free parameters"),
              optional("signature", LONG, "of the pristine image, where it is known")),
          List.of("structure_id"));

  private TableSchemas() {}

  private static List<Column> variantAnd(Column... more) {
    List<Column> columns = new ArrayList<>(VARIANT);
    Collections.addAll(columns, more);
    return columns;
  }
}
