package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.study.StudyPlan;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Whether there is something to learn on the training side of a study. */
final class Learnable {
  private Learnable() {}

  /**
   * @throws UserException where no structure has what is asked for, or all those that are learned
   *     from are of one class
   */
  static void require(LaueSession session, CompleteRun splits, StudyPlan plan) throws IOException {
    if (splits.manifest().rows() == 0) {
      throw new UserException(nothing(plan));
    }
    if (plan.asksForNumbers()) {
      return;
    }
    List<Row> classes =
        Frames.read(session, splits, TableSchemas.SPLITS)
            .filter(col(plan.split()).equalTo(Splits.TRAIN))
            .groupBy("label")
            .count()
            .collectAsList();
    if (classes.size() == 1) {
      throw new UserException(
          "All structures of the training side (%,d) are of class '%s'; it takes two classes or more to learn them: add structures of others, or ask for other classes"
              .formatted(classes.get(0).getLong(1), classes.get(0).getString(0)));
    }
  }

  private static String nothing(StudyPlan plan) {
    if (plan.asksForNumbers()) {
      return "No structure that the descriptor sees has a number %s, so there is nothing to learn: give it as the source's own property, or in a table of ingest.labels, and its name in task.numbers"
          .formatted(String.join(", ", plan.task().numberColumns()));
    }
    String property = plan.labelProperty();
    return "No structure that the descriptor sees has a class of '%s'%s, so there is nothing to learn: the counts of ingest say what is missing"
        .formatted(plan.classes().name(), property.isEmpty() ? "" : " by its property " + property);
  }
}
