package org.laue.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Things with one number each, for trainings in tests. */
final class NumberRows {
  private NumberRows() {}

  /**
   * @param rows id, label, side of the split, values, number
   * @param values name of their column
   * @param number name of its column
   */
  static Dataset<Row> frame(List<Row> rows, String values, String number) {
    return SharedSession.get()
        .spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("id", DataTypes.StringType)
                .add("label", DataTypes.StringType)
                .add("split", DataTypes.StringType)
                .add(values, DataTypes.createArrayType(DataTypes.FloatType, false))
                .add(number, DataTypes.DoubleType));
  }
}
