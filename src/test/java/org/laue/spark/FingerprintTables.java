package org.laue.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.laue.learning.ImageSet;
import org.laue.learning.SyntheticImages;

/** Tables of made-up fingerprints for tests of the training. */
public final class FingerprintTables {
  private FingerprintTables() {}

  /** Every fifth image is a test image; columns id, label, split, pixels. */
  public static Dataset<Row> synthetic(SparkSession session, int images, List<String> labels) {
    ImageSet set = SyntheticImages.of(images, labels.size(), 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      rows.add(
          RowFactory.create(
              "image-%04d".formatted(i),
              labels.get(set.labels()[i]),
              i % 5 == 4 ? "test" : "train",
              set.images()[i]));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.StringType)
            .add("label", DataTypes.StringType)
            .add("split", DataTypes.StringType)
            .add("pixels", DataTypes.createArrayType(DataTypes.FloatType, false));
    return session.createDataFrame(rows, schema);
  }
}
