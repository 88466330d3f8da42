package org.laue.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.laue.UserException;
import org.laue.learning.training.Example;
import org.laue.learning.training.Task;
import org.laue.tables.Hashes;
import scala.Tuple2;

/** The examples of one split of a table, addressed by key. */
final class TrainingExamples {
  private final Dataset<KeyedExample> rows;
  private final List<String> keys;
  private final Task task;

  TrainingExamples(ExampleTable table, String split, Task task) {
    this.task = task;
    this.rows =
        table
            .rows()
            .filter(col("split").equalTo(split))
            .select(
                concat_ws("|", columns(table.key(), "string")).as("key"),
                col("label"),
                array(columns(task.numberColumns(), "float")).cast("array<float>").as("numbers"),
                col(table.values()).as("values"))
            .as(Encoders.bean(KeyedExample.class));
    List<Row> index = rows.select("key", "label").collectAsList();
    this.keys = index.stream().map(row -> row.getString(0)).sorted().toList();
    requireDistinctKeys(table.key());
    requireKnownLabels(index);
  }

  private static Column[] columns(List<String> names, String type) {
    return names.stream().map(name -> col(name).cast(type)).toArray(Column[]::new);
  }

  /** Keys of all rows, sorted. */
  List<String> keys() {
    return keys;
  }

  /** At most {@code limit} examples, evenly spread over the sorted keys, in the order of keys. */
  List<Example> sample(int limit) {
    int size = Math.min(limit, keys.size());
    Object[] wanted = new Object[size];
    Arrays.setAll(wanted, i -> keys.get((int) ((long) i * keys.size() / size)));
    Set<Object> names = new HashSet<>(Arrays.asList(wanted));
    return rows.javaRDD().filter(row -> names.contains(row.getKey())).collect().stream()
        .sorted(Comparator.comparing(KeyedExample::getKey))
        .map(row -> example(row, task, Hashes.mix(0, row.getKey())))
        .toList();
  }

  /**
   * Sends every example to the partitions that a window of rounds names for it.
   *
   * @param seed of what is drawn for each showing; another in each window
   */
  JavaRDD<PlacedExample> distribute(
      JavaSparkContext context, Map<String, long[]> places, int partitions, long seed) {
    Broadcast<Map<String, long[]>> sent = context.broadcast(places);
    Task asked = task;
    JavaPairRDD<Integer, PlacedExample> addressed =
        rows.javaRDD()
            .flatMapToPair(
                row -> {
                  long[] targets = sent.value().getOrDefault(row.getKey(), new long[0]);
                  return Arrays.stream(targets)
                      .mapToObj(
                          target ->
                              new Tuple2<>(
                                  (int) (target >>> 32),
                                  new PlacedExample(
                                      (int) target,
                                      example(
                                          row, asked, Hashes.mix(seed ^ target, row.getKey())))))
                      .iterator();
                });
    return addressed.partitionBy(new GivenPartition(partitions)).values();
  }

  private static Example example(KeyedExample row, Task task, long draw) {
    return new Example(row.getValues(), task.target(row.getLabel(), row.getNumbers()), draw);
  }

  private void requireDistinctKeys(List<String> keyColumns) {
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i).equals(keys.get(i - 1))) {
        throw new UserException(
            "The table of examples holds two rows with %s = %s; was a run read twice?"
                .formatted(keyColumns, keys.get(i)));
      }
    }
  }

  /** Said here, before a task on Spark fails on it. */
  private void requireKnownLabels(List<Row> index) {
    if (task.numberColumns().isEmpty()) {
      index.stream()
          .map(row -> row.getString(1))
          .distinct()
          .forEach(label -> task.target(label, new float[0]));
    }
  }

  /** The key is the partition. */
  private static final class GivenPartition extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int partitions;

    GivenPartition(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return (Integer) key;
    }
  }
}
