package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Complete runs as Spark sees them. */
public final class Frames {
  private Frames() {}

  /**
   * The rows of a run, through its manifest.
   *
   * @throws org.laue.tables.runs.DamagedRunException if they are not what was written
   */
  public static Dataset<Row> read(LaueSession session, CompleteRun run, TableSchema schema)
      throws IOException {
    session.check(List.of(run.require(schema)));
    StructType type = structType(schema);
    if (run.files().isEmpty()) {
      return session.spark().createDataFrame(List.of(), type);
    }
    String[] files = run.files().stream().map(Object::toString).toArray(String[]::new);
    return session.spark().read().schema(type).parquet(files);
  }

  /**
   * What a descriptor made, with a column {@code split} from the table of splits; structures that
   * stand on neither side of the split are left out.
   *
   * @param split {@code random} or {@code honest}
   */
  public static Dataset<Row> describedWithSplit(
      LaueSession session, CompleteRun described, CompleteRun splits, String split)
      throws IOException {
    Dataset<Row> sides =
        read(session, splits, TableSchemas.SPLITS)
            .select(col("structure_id"), col(split).as("split"))
            .filter(col("split").notEqual(Splits.DROPPED));
    return read(session, described, DescriptorTable.of(described).schema())
        .join(sides, "structure_id");
  }

  /**
   * Values by key, as plain arrays: taken from rows, each float would be an object.
   *
   * @param key text that names a row
   * @param values column of them
   */
  static Dataset<KeyedValues> values(Dataset<Row> rows, Column key, Column values) {
    return rows.select(key.as("key"), values.as("values")).as(Encoders.bean(KeyedValues.class));
  }

  public static StructType structType(TableSchema schema) {
    StructType type = new StructType();
    for (org.laue.tables.parquet.Column column : schema.columns()) {
      type = type.add(column.name(), dataType(column), column.nullable());
    }
    return type;
  }

  private static DataType dataType(org.laue.tables.parquet.Column column) {
    return switch (column.type()) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTS -> DataTypes.createArrayType(DataTypes.IntegerType, false);
      case DOUBLES -> DataTypes.createArrayType(DataTypes.DoubleType, false);
      case FLOATS -> DataTypes.createArrayType(DataTypes.FloatType, false);
    };
  }
}
