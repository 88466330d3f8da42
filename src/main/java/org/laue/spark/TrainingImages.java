package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.laue.model.ImageSet;
import scala.Tuple2;

/** The images of one split of a fingerprint table, addressed by key. */
final class TrainingImages {
  private final Dataset<Row> rows;
  private final List<String> keys;
  private final Map<String, Integer> labels;

  /**
   * @param fingerprints with columns label (string), split (string) and pixels (array of float)
   * @param keyColumns that together name a row
   * @param classes labels in the order of the probabilities
   */
  TrainingImages(
      Dataset<Row> fingerprints, String split, List<String> keyColumns, List<String> classes) {
    Column key =
        concat_ws("|", keyColumns.stream().map(c -> col(c).cast("string")).toArray(Column[]::new));
    this.rows =
        fingerprints
            .filter(col("split").equalTo(split))
            .select(key.as("key"), col("label"), col("pixels"));
    this.keys = rows.select("key").as(Encoders.STRING()).collectAsList().stream().sorted().toList();
    this.labels = new HashMap<>();
    classes.forEach(label -> labels.put(label, labels.size()));
    requireDistinctKeys(keyColumns);
    requireKnownLabels(classes);
  }

  /** Keys of all rows, sorted. */
  List<String> keys() {
    return keys;
  }

  /** At most {@code limit} images, evenly spread over the sorted keys, in the order of keys. */
  ImageSet sample(int limit) {
    int size = Math.min(limit, keys.size());
    String[] wanted = new String[size];
    Arrays.setAll(wanted, i -> keys.get((int) ((long) i * keys.size() / size)));
    Set<String> names = new HashSet<>(Arrays.asList(wanted));
    Map<String, PlacedImage> found = new TreeMap<>();
    Map<String, Integer> classes = labels;
    rows.javaRDD()
        .filter(row -> names.contains(row.getString(0)))
        .mapToPair(row -> new Tuple2<>(row.getString(0), image(row, 0, classes)))
        .collect()
        .forEach(pair -> found.put(pair._1(), pair._2()));
    return new ImageSet(
        found.values().stream().map(PlacedImage::pixels).toArray(float[][]::new),
        found.values().stream().mapToInt(PlacedImage::label).toArray());
  }

  /** Sends every image to the partitions that a window of rounds names for it. */
  JavaRDD<PlacedImage> distribute(
      JavaSparkContext context, Map<String, long[]> places, int partitions) {
    Broadcast<Map<String, long[]>> sent = context.broadcast(places);
    Map<String, Integer> classes = labels;
    JavaPairRDD<Integer, PlacedImage> addressed =
        rows.javaRDD()
            .flatMapToPair(
                row -> {
                  long[] targets = sent.value().getOrDefault(row.getString(0), new long[0]);
                  return Arrays.stream(targets)
                      .mapToObj(t -> new Tuple2<>((int) (t >>> 32), image(row, (int) t, classes)))
                      .iterator();
                });
    return addressed.partitionBy(new GivenPartition(partitions)).values();
  }

  private static PlacedImage image(Row row, int place, Map<String, Integer> classes) {
    List<Float> values = row.getList(2);
    float[] pixels = new float[values.size()];
    int next = 0;
    for (Float value : values) {
      pixels[next++] = value;
    }
    return new PlacedImage(place, classes.get(row.getString(1)), pixels);
  }

  private void requireDistinctKeys(List<String> keyColumns) {
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i).equals(keys.get(i - 1))) {
        throw new UserException(
            "The fingerprint table holds two rows with %s = %s; was a run read twice?"
                .formatted(keyColumns, keys.get(i)));
      }
    }
  }

  private void requireKnownLabels(List<String> classes) {
    for (Row row : rows.select("label").distinct().collectAsList()) {
      if (row.isNullAt(0) || !labels.containsKey(row.getString(0))) {
        throw new UserException(
            "The fingerprint table holds the label %s, the model knows %s"
                .formatted(row.get(0), classes));
      }
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
