package org.laue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.laue.defects.DefectKind;
import org.laue.descriptors.Likeness;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;

/** The rules of {@link Splits} over tables of any size. */
final class SplitFrames {
  private static final String ID = "structure_id";

  private final LaueSession session;
  private final SplitSettings settings;

  SplitFrames(LaueSession session, SplitSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** The rows of {@link TableSchemas#SPLITS} in order. */
  Dataset<Row> rows() throws IOException {
    Dataset<Row> sided = honest(random(withSignature(inGroups()))).persist();
    Dataset<Row> near = flagged(ID, nearDuplicates(sided), "near");
    return sided
        .join(broadcast(near), new String[] {ID}, "left")
        .withColumn("honest", when(col("near"), Splits.DROPPED).otherwise(col("honest")))
        .repartition(1)
        .sortWithinPartitions(ID)
        .select(ID, "label", "random", "honest", "prototype", "region", "signature");
  }

  private Dataset<Row> inGroups() throws IOException {
    Column group = coalesce(concat(col("prototype"), lit("|"), col("region")), col("formula"));
    return asked(Frames.read(session, settings.structures(), TableSchemas.STRUCTURES))
        .select(ID, "label", "prototype", "region", "formula", "properties")
        .withColumn("group", group);
  }

  /** Structures with a label; where numbers are asked for, those that have them, as one class. */
  private Dataset<Row> asked(Dataset<Row> structures) throws IOException {
    if (settings.targets().isEmpty()) {
      return structures.filter(col("label").isNotNull());
    }
    Dataset<Row> known =
        Frames.read(session, settings.targets().get(), TableSchemas.TARGETS).select(ID);
    return structures.join(known, ID).withColumn("label", lit(""));
  }

  /** Structures that the descriptor sees, if there is one, else all. */
  private Dataset<Row> withSignature(Dataset<Row> structures) throws IOException {
    return settings.seen().isEmpty()
        ? structures.withColumn("signature", lit(null).cast("long"))
        : structures.join(described(settings.seen().get()).select(ID, "signature"), ID);
  }

  private List<String> nearDuplicates(Dataset<Row> sided) throws IOException {
    if (settings.seen().isEmpty() || settings.seen().get().nearDuplicate() == 0) {
      return List.of();
    }
    SplitSettings.Seen seen = settings.seen().get();
    Optional<Likeness> likeness = table(seen).descriptor().likeness();
    return likeness.isEmpty()
        ? List.of()
        : new NearDuplicates(session, likeness.get(), (float) seen.nearDuplicate())
            .find(described(seen), sided);
  }

  /** What the descriptor made of the pristine structures: id, values, signature or empty. */
  private Dataset<Row> described(SplitSettings.Seen seen) throws IOException {
    DescriptorTable table = table(seen);
    boolean signed = table.schema().columnNames().contains("signature");
    Dataset<Row> rows =
        Frames.read(session, seen.described(), table.schema())
            .filter(col("defect").equalTo(DefectKind.PRISTINE.label()));
    return (settings.targets().isEmpty() ? rows.filter(col("label").isNotNull()) : rows)
        .select(
            col(ID),
            table.values().as("values"),
            (signed ? col("signature") : lit(null).cast("long")).as("signature"));
  }

  private static DescriptorTable table(SplitSettings.Seen seen) {
    return DescriptorTable.of(seen.described());
  }

  private Dataset<Row> random(Dataset<Row> structures) {
    return shared(
        settings.sides().isEmpty() ? drawn(structures) : structures.withColumn("random", told()));
  }

  /** Keeps the first of each class's training structures, in an order that the seed draws. */
  private Dataset<Row> shared(Dataset<Row> sided) {
    if (settings.trainShare() == 1) {
      return sided;
    }
    Column drawn = sha2(concat_ws("|", lit("share"), lit(settings.seed()), col(ID)), 256);
    WindowSpec ofSide = Window.partitionBy("label", "random");
    Column most =
        greatest(lit(1), round(count(lit(1)).over(ofSide).multiply(settings.trainShare())));
    return sided
        .withColumn("place", row_number().over(ofSide.orderBy(drawn)))
        .withColumn("most", most)
        .withColumn(
            "random",
            when(
                    col("random").equalTo(Splits.TRAIN).and(col("place").gt(col("most"))),
                    Splits.DROPPED)
                .otherwise(col("random")));
  }

  /** As the sources tell it. */
  private Column told() {
    Column side = get_json_object(col("properties"), "$['" + settings.sides() + "']");
    return when(side.equalTo(Splits.TRAIN), Splits.TRAIN)
        .when(side.equalTo(Splits.TEST), Splits.TEST)
        .when(side.isin(Splits.VALIDATION, "val"), Splits.VALIDATION)
        .otherwise(Splits.DROPPED);
  }

  private Dataset<Row> drawn(Dataset<Row> structures) {
    Column drawn = sha2(concat_ws("|", lit(settings.seed()), col(ID)), 256);
    WindowSpec ofClass = Window.partitionBy("label");
    return structures
        .withColumn("rank", row_number().over(ofClass.orderBy(drawn)))
        .withColumn("size", count(lit(1)).over(ofClass))
        .withColumn(
            "random",
            when(col("rank").leq(testCount(col("size"))), Splits.TEST)
                .when(validation(col("rank"), col("size")), Splits.VALIDATION)
                .otherwise(Splits.TRAIN));
  }

  /** Those after the test structures, never the last of a class. */
  private Column validation(Column rank, Column size) {
    Column last = testCount(size).plus(round(size.multiply(settings.validationFraction())));
    return rank.leq(least(size.minus(1), last));
  }

  /** {@link Splits#testCount} as a column. */
  private Column testCount(Column size) {
    Column share = greatest(lit(1), round(size.multiply(settings.testFraction())));
    return when(size.lt(2), lit(0)).otherwise(least(size.minus(1), share));
  }

  private Dataset<Row> honest(Dataset<Row> structures) {
    List<Splits.Group> groups =
        structures.groupBy("label", "group").count().collectAsList().stream()
            .map(row -> new Splits.Group(row.getString(0), row.getString(1), row.getLong(2)))
            .toList();
    List<String> test =
        Splits.honestTest(groups, settings.testFraction(), settings.seed()).stream()
            .map(group -> group.label() + "|" + group.name())
            .toList();
    return structures
        .withColumn("key", concat_ws("|", col("label"), col("group")))
        .join(broadcast(flagged("key", test, "kept")), new String[] {"key"}, "left")
        .withColumn("honest", side(col("kept")));
  }

  private static Column side(Column test) {
    return when(test, Splits.TEST).otherwise(Splits.TRAIN);
  }

  private Dataset<Row> flagged(String column, List<String> values, String flag) {
    return session
        .spark()
        .createDataset(values, Encoders.STRING())
        .toDF(column)
        .withColumn(flag, lit(true));
  }
}
