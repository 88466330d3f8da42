package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.StableRandom;
import org.laue.api.PropertyModel;
import org.laue.defects.DefectKind;
import org.laue.evaluation.InsideView;
import org.laue.learning.CrystalModel;
import org.laue.learning.sen.CrystalVectors;
import org.laue.learning.sen.SenInference;
import org.laue.learning.training.Example;
import org.laue.learning.training.ScalarTask;
import org.laue.structure.Crystal;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * Looks at what a network of crystal capsules makes of crystals of the test side: some hundred, the
 * lowest by their ids, which are hashes.
 */
public final class InsideLook {
  /** Crystals whose vectors are compared, every one with every other. */
  private static final int COMPARED = 400;

  /** Crystals that are given in other ways. */
  private static final int CHANGED = 40;

  /** So that the larger cells of those stay cheap. */
  private static final int MOST_ATOMS = 40;

  private static final String ID = "structure_id";
  private static final String VECTOR = "vector of the crystal";
  private static final String POSES = "poses of the capsules";
  private static final String DESCRIBED = "input of the end";

  private final LaueSession session;
  private final CrystalModel model;
  private final SenInference network;

  public InsideLook(LaueSession session, CrystalModel model, SenInference network) {
    this.session = session;
    this.model = model;
    this.network = network;
  }

  /**
   * @param predictions run of predicted numbers, which tells the sides
   * @param structures run of the crystals
   */
  public InsideView of(CompleteRun predictions, CompleteRun structures) throws IOException {
    List<TableRow> rows = rows(predictions, structures);
    List<InsideView.Seen> seen = rows.stream().map(this::seen).toList();
    List<String> known = seen.isEmpty() ? List.of() : List.copyOf(seen.get(0).vectors().keySet());
    return InsideView.of(
        seen,
        known.stream().filter(what -> !what.equals(DESCRIBED)).toList(),
        known.stream().filter(what -> !what.equals(POSES)).toList(),
        changes(rows));
  }

  private List<TableRow> rows(CompleteRun predictions, CompleteRun structures) throws IOException {
    Dataset<Row> ids =
        Frames.read(session, predictions, TableSchemas.NUMBERS)
            .filter(col("split").equalTo(Splits.TEST))
            .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
            .select(ID)
            .distinct()
            .orderBy(ID)
            .limit(COMPARED);
    Dataset<Row> crystals = Frames.read(session, structures, TableSchemas.STRUCTURES);
    return crystals
        .join(ids, crystals.col(ID).equalTo(ids.col(ID)), "left_semi")
        .orderBy(ID)
        .collectAsList()
        .stream()
        .map(row -> SparkRows.toTableRow(row, TableSchemas.STRUCTURES))
        .toList();
  }

  private InsideView.Seen seen(TableRow row) {
    Crystal crystal = StructureRow.crystal(row);
    float[] graph = model.description().descriptor().values(crystal);
    CrystalVectors inside = network.vectors(Example.shown(graph, 0));
    SortedMap<String, double[]> vectors = new TreeMap<>();
    put(vectors, VECTOR, inside.vector());
    put(vectors, POSES, inside.poses());
    put(vectors, DESCRIBED, inside.described());
    Integer group = row.integerOrNull("space_group");
    int number = group == null ? 0 : group;
    return new InsideView.Seen(
        number,
        number < 1 ? "" : CrystalSystem.ofSpaceGroup(number).label(),
        IntStream.of(crystal.atomicNumbers()).distinct().boxed().toList(),
        vectors);
  }

  private static void put(SortedMap<String, double[]> vectors, String what, float[] values) {
    if (values != null) {
      double[] copy = new double[values.length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = values[i];
      }
      vectors.put(what, copy);
    }
  }

  private record Key(String how, int number) {}

  /** How many crystals were asked about, and the largest change of an answer. */
  private record Largest(int crystals, double change) {
    Largest and(double other) {
      return new Largest(crystals + 1, Math.max(change, other));
    }
  }

  private List<InsideView.Change> changes(List<TableRow> rows) {
    PropertyModel asked = PropertyModel.of(model);
    Map<Key, Largest> largest = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.integer("atom_count") <= MOST_ATOMS)
        .limit(CHANGED)
        .map(StructureRow::crystal)
        .forEach(crystal -> compare(crystal, asked, largest));
    List<ScalarTask.Scalar> scalars = ((ScalarTask) model.description().task()).scalars();
    List<InsideView.Change> changes = new ArrayList<>();
    largest.forEach(
        (key, found) -> {
          ScalarTask.Scalar scalar = scalars.get(key.number());
          changes.add(
              new InsideView.Change(
                  key.how(), scalar.column(), scalar.unit(), found.crystals(), found.change()));
        });
    return changes;
  }

  private static void compare(Crystal crystal, PropertyModel asked, Map<Key, Largest> largest) {
    List<Double> once = asked.of(crystal).values();
    SameCrystals.of(crystal, new StableRandom(crystal.atomCount()))
        .forEach(
            (how, same) -> {
              List<Double> other = asked.of(same).values();
              for (int i = 0; i < once.size(); i++) {
                double change = Math.abs(other.get(i) - once.get(i));
                largest.merge(
                    new Key(how, i),
                    new Largest(1, change),
                    (before, one) -> before.and(one.change()));
              }
            });
  }
}
