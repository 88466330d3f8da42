package org.laue.spark.sql;

import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.Seq;
import scala.runtime.AbstractFunction1;

/** Makes the call of a function from its arguments, where Spark comes upon it in a query. */
public final class SqlCall extends AbstractFunction1<Seq<Expression>, Expression> {
  private final SqlFunction function;

  public SqlCall(SqlFunction function) {
    this.function = function;
  }

  @Override
  public Expression apply(Seq<Expression> arguments) {
    return function.call(arguments);
  }
}
