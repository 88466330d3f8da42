package org.laue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.defects.DefectKind;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.Condition;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;
import org.laue.evaluation.PeerErrors;
import org.laue.structure.ClassScheme;
import org.laue.study.PeerColumn;
import org.laue.tables.Hashes;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What others predict of the crystals that a network is scored on: whole ones of the test side, as
 * far as the others' tables hold them.
 */
public final class Peers {
  private static final String KEY = "evaluate.peers";
  private static final String ID = "structure_id";

  private final LaueSession session;
  private final LabelTables tables;
  private final List<PeerColumn> columns;

  /**
   * @param files tables with a column {@code id}
   * @throws UserException if there is no such table or column
   */
  public Peers(LaueSession session, List<String> files, List<PeerColumn> columns)
      throws IOException {
    this.session = session;
    this.tables = LabelTables.read(KEY, files, session.hadoop());
    this.columns = files.isEmpty() ? List.of() : List.copyOf(columns);
    for (PeerColumn column : this.columns) {
      if (!tables.columns().contains(column.column())) {
        throw new UserException(
            "No table of %s has a column '%s' (evaluate.peer-columns), they have %s"
                .formatted(KEY, column.column(), tables.columns()));
      }
    }
  }

  /** Truth and prediction of each crystal that a peer knows. */
  private record Known(List<Double> predicted, List<Row> rows) {
    double[] numbers() {
      return predicted.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * Predicted numbers as answers to the classes that they tell.
   *
   * @param split column of the splits
   */
  public List<ClassScore> scores(
      ClassScheme classes,
      CompleteRun structures,
      CompleteRun predictions,
      CompleteRun splits,
      String split)
      throws IOException {
    if (columns.isEmpty()) {
      return List.of();
    }
    Dataset<Row> tested =
        Frames.read(session, splits, TableSchemas.SPLITS)
            .filter(col(split).equalTo(Splits.TEST))
            .select(ID);
    List<Row> asked =
        named(
            Frames.read(session, predictions, TableSchemas.PREDICTIONS)
                .filter(col("defect_kind").equalTo(DefectKind.PRISTINE.label()))
                .select(ID, "label")
                .join(broadcast(tested), ID),
            structures);
    NumberAsClass score = new NumberAsClass(classes);
    List<ClassScore> scores = new ArrayList<>();
    for (PeerColumn column : columns) {
      Known known = known(column, asked);
      int[] truth =
          known.rows().stream()
              .mapToInt(row -> classes.labels().indexOf(row.<String>getAs("label")))
              .toArray();
      if (truth.length > 0) {
        scores.add(score.score(column.who(), known.numbers(), truth));
      }
    }
    return scores;
  }

  /** Errors of predicted numbers. */
  public List<PeerErrors> errors(CompleteRun structures, CompleteRun predictions)
      throws IOException {
    if (columns.isEmpty()) {
      return List.of();
    }
    List<Row> asked =
        named(
            Frames.read(session, predictions, TableSchemas.NUMBERS)
                .filter(col("true").isNotNull())
                .filter(col("split").equalTo(Splits.TEST))
                .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
                .select(col(ID), col("name").as("quantity"), col("unit"), col("true")),
            structures);
    List<PeerErrors> errors = new ArrayList<>();
    for (PeerColumn column : columns) {
      List<Row> own =
          asked.stream()
              .filter(row -> row.<String>getAs("quantity").equals(column.quantity()))
              .toList();
      Known known = known(column, own);
      if (!known.rows().isEmpty()) {
        errors.add(new PeerErrors(column.who(), row(column, known)));
      }
    }
    return errors;
  }

  private static NumberRow row(PeerColumn column, Known known) {
    double[] truth = known.rows().stream().mapToDouble(row -> row.<Double>getAs("true")).toArray();
    return new NumberRow(
        column.quantity(),
        known.rows().get(0).getAs("unit"),
        Splits.TEST,
        Condition.PRISTINE,
        NumberErrors.of(truth, known.numbers(), Hashes.mix(0, column.toString())));
  }

  /** With name and source, by which the tables know them, in the order of their ids. */
  private List<Row> named(Dataset<Row> asked, CompleteRun structures) throws IOException {
    return Frames.read(session, structures, TableSchemas.STRUCTURES)
        .select(ID, "name", "source")
        .join(broadcast(asked), ID)
        .orderBy(ID)
        .collectAsList();
  }

  private Known known(PeerColumn column, List<Row> asked) {
    Known known = new Known(new ArrayList<>(), new ArrayList<>());
    for (Row row : asked) {
      Map<String, String> told = tables.told(row.getAs("name"), row.getAs("source"));
      String text = told.get(column.column());
      if (text != null) {
        known.predicted().add(number(text, column, row));
        known.rows().add(row);
      }
    }
    return known;
  }

  private static double number(String text, PeerColumn column, Row row) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UserException(
        "A table of %s says '%s' of %s in column '%s', where a number is needed"
            .formatted(KEY, text, row.getAs("name"), column.column()));
  }
}
