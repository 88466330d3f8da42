package org.laue.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.laue.spark.sql.SqlCall;
import org.laue.spark.sql.SqlFunction;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Brings Laue's functions into every session of a Spark application, so that SQL, Python and Spark
 * Connect have them without a line of Java: {@code
 * spark.sql.extensions=org.laue.spark.LaueExtensions} with the job jar among the jars.
 *
 * <pre>{@code
 * SELECT id, laue_classify(text, 'cif').verdict, laue_space_group(text, 'cif', 0.01).number
 * FROM crystals
 * }</pre>
 */
public final class LaueExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  private static final String NOTHING = "";

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    for (SqlFunction function : SqlFunction.values()) {
      extensions.injectFunction(
          new Tuple3<>(
              new FunctionIdentifier(function.label()), info(function), new SqlCall(function)));
    }
    return BoxedUnit.UNIT;
  }

  /** Brings them into a session that was there before the jar, as on Databricks. */
  public static void register(SparkSession session) {
    for (SqlFunction function : SqlFunction.values()) {
      session
          .sessionState()
          .functionRegistry()
          .registerFunction(
              new FunctionIdentifier(function.label()), info(function), new SqlCall(function));
    }
  }

  private static ExpressionInfo info(SqlFunction function) {
    return new ExpressionInfo(
        SqlFunction.class.getName(),
        null,
        function.label(),
        function.usage(),
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        "java_udf");
  }
}
