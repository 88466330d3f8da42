package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
import org.laue.learning.ImageSet;
import scala.Tuple2;

/** The images of one split of a fingerprint table, addressed by key. */
final class TrainingImages {
  private final Dataset<KeyedImage> rows;
  private final List<String> keys;
  private final Map<String, Integer> labels = new HashMap<>();

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
            .select(key.as("key"), col("label"), col("pixels"))
            .as(Encoders.bean(KeyedImage.class));
    classes.forEach(label -> labels.put(label, labels.size()));
    List<Row> index = rows.select("key", "label").collectAsList();
    index.forEach(row -> requireKnownLabel(row.getString(1), classes));
    this.keys = index.stream().map(row -> row.getString(0)).sorted().toList();
    requireDistinctKeys(keyColumns);
  }

  /** Keys of all rows, sorted. */
  List<String> keys() {
    return keys;
  }

  /** At most {@code limit} images, evenly spread over the sorted keys, in the order of keys. */
  ImageSet sample(int limit) {
    int size = Math.min(limit, keys.size());
    Object[] wanted = new Object[size];
    Arrays.setAll(wanted, i -> keys.get((int) ((long) i * keys.size() / size)));
    Set<Object> names = new HashSet<>(Arrays.asList(wanted));
    List<KeyedImage> found =
        rows.javaRDD().filter(image -> names.contains(image.getKey())).collect().stream()
            .sorted(Comparator.comparing(KeyedImage::getKey))
            .toList();
    return new ImageSet(
        found.stream().map(KeyedImage::getPixels).toArray(float[][]::new),
        found.stream().mapToInt(image -> labels.get(image.getLabel())).toArray());
  }

  /** Sends every image to the partitions that a window of rounds names for it. */
  JavaRDD<PlacedImage> distribute(
      JavaSparkContext context, Map<String, long[]> places, int partitions) {
    Broadcast<Map<String, long[]>> sent = context.broadcast(places);
    Map<String, Integer> classes = labels;
    JavaPairRDD<Integer, PlacedImage> addressed =
        rows.javaRDD()
            .flatMapToPair(
                image -> {
                  int label = classes.get(image.getLabel());
                  long[] targets = sent.value().getOrDefault(image.getKey(), new long[0]);
                  return Arrays.stream(targets)
                      .mapToObj(
                          target ->
                              new Tuple2<>(
                                  (int) (target >>> 32),
                                  new PlacedImage((int) target, label, image.getPixels())))
                      .iterator();
                });
    return addressed.partitionBy(new GivenPartition(partitions)).values();
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

  private void requireKnownLabel(String label, List<String> classes) {
    if (!labels.containsKey(label)) {
      throw new UserException(
          "The fingerprint table holds the label %s, the model knows %s".formatted(label, classes));
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
