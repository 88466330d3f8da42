package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.defects.DefectKind;
import org.laue.evaluation.Condition;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;
import org.laue.structure.Element;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.tables.Hashes;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Predicted numbers against the true ones: errors by number, side of the split and condition. */
public final class NumberEvaluation {
  private final LaueSession session;

  public NumberEvaluation(LaueSession session) {
    this.session = session;
  }

  private record Group(String name, String unit, String side, Condition condition) {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::name)
            .thenComparing(Group::unit)
            .thenComparing(Group::side)
            .thenComparing(Group::condition);
  }

  /**
   * @param predictions run of predicted numbers; rows whose true number is not known are left out
   */
  public List<NumberRow> rows(CompleteRun predictions) throws IOException {
    SortedMap<Group, List<double[]>> pairs = new TreeMap<>(Group.ORDER);
    for (Row row :
        Frames.read(session, predictions, TableSchemas.NUMBERS)
            .filter(col("true").isNotNull())
            .orderBy("name", "structure_id", "defect", "replicate")
            .select("name", "unit", "split", "defect_kind", "level", "defect", "true", "predicted")
            .collectAsList()) {
      pairs
          .computeIfAbsent(group(row), group -> new ArrayList<>())
          .add(new double[] {row.<Double>getAs("true"), row.<Double>getAs("predicted")});
    }
    List<NumberRow> rows = new ArrayList<>();
    pairs.forEach((group, numbers) -> rows.add(row(group, numbers)));
    return rows;
  }

  /**
   * Answers of the test side about crystals as they are.
   *
   * @param predictions run of predicted numbers
   * @param structures run of the crystals, which tells their space groups
   */
  public List<NumberAnswer> answers(CompleteRun predictions, CompleteRun structures)
      throws IOException {
    Dataset<Row> crystals =
        Frames.read(session, structures, TableSchemas.STRUCTURES)
            .select(
                col("structure_id"), col("space_group"), col("atom_count"), col("atomic_numbers"));
    return Frames.read(session, predictions, TableSchemas.NUMBERS)
        .filter(col("true").isNotNull())
        .filter(col("split").equalTo(Splits.TEST))
        .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
        .select("name", "structure_id", "unit", "true", "predicted")
        .join(crystals, "structure_id")
        .orderBy("name", "structure_id")
        .collectAsList()
        .stream()
        .map(NumberEvaluation::answer)
        .toList();
  }

  private static NumberAnswer answer(Row row) {
    Integer group = row.getAs("space_group");
    List<Integer> atomicNumbers = row.getList(row.fieldIndex("atomic_numbers"));
    return new NumberAnswer(
        row.getAs("structure_id"),
        row.getAs("name"),
        row.getAs("unit"),
        row.<Double>getAs("true"),
        row.<Double>getAs("predicted"),
        group == null || group < 1 ? "" : CrystalSystem.ofSpaceGroup(group).label(),
        row.<Integer>getAs("atom_count"),
        atomicNumbers.stream().distinct().sorted().map(z -> Element.of(z).symbol()).toList());
  }

  private static Group group(Row row) {
    String side = row.getAs("split");
    return new Group(
        row.getAs("name"),
        row.getAs("unit"),
        side == null ? "" : side,
        EvaluateStep.condition(row));
  }

  private static NumberRow row(Group group, List<double[]> pairs) {
    double[] truth = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
    double[] predicted = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
    return new NumberRow(
        group.name(),
        group.unit(),
        group.side(),
        group.condition(),
        NumberErrors.of(truth, predicted, Hashes.mix(0, group.toString())));
  }
}
