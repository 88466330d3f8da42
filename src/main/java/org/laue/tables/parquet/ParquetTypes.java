package org.laue.tables.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * Our schemas in Parquet's terms. Lists take the standard three levels ({@code list.element}), so
 * that Spark, pandas, polars and DuckDB read them as plain lists.
 */
final class ParquetTypes {
  static final String LIST = "list";
  static final String ELEMENT = "element";

  private ParquetTypes() {}

  static MessageType message(TableSchema schema) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    schema.columns().forEach(column -> message.addField(field(column)));
    return message.named(schema.name());
  }

  private static Type field(Column column) {
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    if (column.type() == ColumnType.STRING) {
      return Types.primitive(PrimitiveTypeName.BINARY, repetition)
          .as(LogicalTypeAnnotation.stringType())
          .named(column.name());
    }
    if (!column.type().isList()) {
      return Types.primitive(primitive(column.type()), repetition).named(column.name());
    }
    Type element = Types.primitive(primitive(column.type()), Repetition.REQUIRED).named(ELEMENT);
    Type repeated = Types.buildGroup(Repetition.REPEATED).addField(element).named(LIST);
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(repeated)
        .named(column.name());
  }

  private static PrimitiveTypeName primitive(ColumnType type) {
    return switch (type) {
      case STRING -> PrimitiveTypeName.BINARY;
      case INT, INTS -> PrimitiveTypeName.INT32;
      case LONG -> PrimitiveTypeName.INT64;
      case DOUBLE, DOUBLES -> PrimitiveTypeName.DOUBLE;
      case FLOATS -> PrimitiveTypeName.FLOAT;
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
    };
  }
}
