package org.laue.spark.sql;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.api.rows.ClassifyRows;
import org.laue.api.rows.ImageRows;
import org.laue.api.rows.SpaceGroupRows;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;
import scala.collection.Seq;

/**
 * The functions of Laue in SQL. Each takes a text (or the bytes of a file), the name of its format
 * (NULL or none: recognised) and a tolerance in angstrom (NULL or none: its own), and answers with
 * a struct whose fields are the columns of the command of that name, and {@code error} behind them.
 */
public enum SqlFunction {
  /** What {@code laue classify} says. */
  CLASSIFY(
      "laue_classify",
      """
      verdict STRING, reason STRING, class STRING, probability DOUBLE, warning STRING,
      space_group INT, baseline_tight INT, baseline_medium INT, baseline_loose INT,
      formula STRING, atoms INT, recognised_as STRING, probabilities MAP<STRING, DOUBLE>,
      contradiction STRING, warnings ARRAY<STRING>, network_class STRING,
      network_probability DOUBLE, novelty DOUBLE, name STRING,
      cell_lengths_angstrom ARRAY<DOUBLE>, cell_angles_degrees ARRAY<DOUBLE>,
      bond_length_angstrom DOUBLE, occupancy DOUBLE, displacement_angstrom DOUBLE,
      vacancies INT, interstitials INT, substitutions INT, parent_certainty DOUBLE,
      structure_type STRING, aflow_label STRING, underlying_lattice STRING""") {
    @Override
    RowsAt rows(Supplier<Laue> model) {
      Laue laue = model.get();
      return symprec -> new ClassifyRows(at(laue, symprec));
    }
  },

  /** What {@code laue symmetry} says. */
  SPACE_GROUP(
      "laue_space_group",
      """
      number INT, hall_number INT, international STRING, point_group STRING, operations INT,
      crystal_system STRING, hall_symbol STRING, formula STRING, atoms INT, primitive_atoms INT,
      symprec_used DOUBLE, warning STRING, name STRING,
      structure_type STRING, aflow_label STRING, underlying_lattice STRING""") {
    @Override
    RowsAt rows(Supplier<Laue> model) {
      return symprec ->
          new SpaceGroupRows(
              Tolerance.of(symprec.orElse(SpaceGroupRows.DEFAULT_SYMPREC)), SpglibCompat.V2);
    }
  },

  /** The image that the network sees. */
  FINGERPRINT(
      "laue_fingerprint",
      """
      pixels ARRAY<FLOAT>, shape ARRAY<INT>, formula STRING, atoms INT, cluster_atoms INT,
      bond_length_angstrom DOUBLE, mean DOUBLE, space_group INT, warning STRING""") {
    @Override
    RowsAt rows(Supplier<Laue> model) {
      Laue laue = model.get();
      return symprec -> new PixelRows(new ImageRows(at(laue, symprec).imaging()));
    }
  };

  private static final int MOST_ARGUMENTS = 3;

  private final String label;
  private final StructType columns;

  SqlFunction(String label, String columns) {
    this.label = label;
    this.columns = StructType.fromDDL(columns);
  }

  /** Its name in SQL. */
  public String label() {
    return label;
  }

  /** For {@code DESCRIBE FUNCTION}. */
  public String usage() {
    return label
        + "(text[, format[, symprec]]) - "
        + String.join(", ", columns.fieldNames())
        + ", error of the structure in a text or in the bytes of a file";
  }

  /** Fields of the answer, the reason why there is none last. */
  StructType type() {
    return columns.add("error", DataTypes.StringType);
  }

  abstract RowsAt rows(Supplier<Laue> model);

  private static Laue at(Laue laue, OptionalDouble symprec) {
    return symprec.isPresent() ? laue.withSymprec(symprec.getAsDouble()) : laue;
  }

  /**
   * The call with these arguments, with the model and the time limit that the session names.
   *
   * @throws UserException if there are too few or too many
   */
  public Expression call(Seq<Expression> arguments) {
    if (arguments.isEmpty() || arguments.size() > MOST_ARGUMENTS) {
      throw new UserException(
          "%s takes a text, its format and a tolerance, the last two if need be; %d given"
              .formatted(label, arguments.size()));
    }
    SessionSettings settings = new SessionSettings(SparkSession.active());
    Duration limit = settings.timeLimit();
    return udf(new TextFunction(rows(settings::model), columns.size(), limit), type())
        .withName(label)
        .apply(text(arguments), argument(arguments, 1, "string"), argument(arguments, 2, "double"))
        .expr();
  }

  private static Column text(Seq<Expression> arguments) {
    Column text = new Column(arguments.apply(0));
    return arguments.apply(0).dataType().equals(DataTypes.BinaryType) ? text : text.cast("string");
  }

  private static Column argument(Seq<Expression> arguments, int index, String type) {
    Column given = index < arguments.size() ? new Column(arguments.apply(index)) : lit(null);
    return given.cast(type);
  }
}
