package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.laue.descriptors.Likeness;
import org.laue.tables.rows.Splits;

/**
 * Finds training structures that look nearly like one of the test, as the descriptor judges it.
 * Those of the test pass in small blocks, each sent to all executors, so that memory stays flat
 * however many there are.
 */
final class NearDuplicates {
  /** 25 MB of pixels. */
  private static final int BLOCK_IMAGES = 512;

  private final LaueSession session;
  private final Likeness likeness;
  private final float limit;

  NearDuplicates(LaueSession session, Likeness likeness, float limit) {
    this.session = session;
    this.likeness = likeness;
    this.limit = limit;
  }

  /**
   * Ids of the training structures to drop, sorted.
   *
   * @param images structure_id and values
   * @param sided structure_id and honest
   */
  List<String> find(Dataset<Row> images, Dataset<Row> sided) {
    Dataset<Row> pixels = images.select("structure_id", "values");
    Dataset<KeyedValues> train = images(pixels.join(on(sided, Splits.TRAIN), "structure_id"));
    Dataset<Row> kept = on(sided, Splits.TEST);
    // One partition at a time comes to the driver: as large as a block, and no smaller.
    int partitions = (int) (kept.count() / BLOCK_IMAGES) + 1;
    Iterator<KeyedValues> test =
        images(pixels.join(kept, "structure_id")).repartition(partitions).toLocalIterator();
    TreeSet<String> near = new TreeSet<>();
    while (test.hasNext()) {
      near.addAll(nearTo(nextBlock(test), train));
    }
    return List.copyOf(near);
  }

  private static Dataset<Row> on(Dataset<Row> sided, String side) {
    return sided.filter(col("honest").equalTo(side)).select("structure_id");
  }

  private static Dataset<KeyedValues> images(Dataset<Row> rows) {
    return Frames.values(rows, col("structure_id"), col("values"));
  }

  private Likeness.Known nextBlock(Iterator<KeyedValues> test) {
    List<float[]> images = new ArrayList<>();
    while (test.hasNext() && images.size() < BLOCK_IMAGES) {
      images.add(test.next().getValues());
    }
    return likeness.known(images.toArray(new float[0][]));
  }

  private List<String> nearTo(Likeness.Known block, Dataset<KeyedValues> train) {
    Broadcast<Likeness.Known> sent = session.context().broadcast(block);
    float within = limit;
    FilterFunction<KeyedValues> isNear = image -> sent.value().holdsNear(image.getValues(), within);
    List<String> ids = train.filter(isNear).select("key").as(Encoders.STRING()).collectAsList();
    sent.destroy();
    return ids;
  }
}
