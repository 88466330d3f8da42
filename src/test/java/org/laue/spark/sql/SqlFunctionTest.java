package org.laue.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.image.Fingerprint;
import org.laue.formats.io.ParsedStructure;
import org.laue.spark.LaueExtensions;
import org.laue.spark.SharedSession;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Laue's functions over a table of texts, in SQL alone. */
class SqlFunctionTest {
  private static final int TABLE_ROWS = 10_000;

  private static SparkSession spark;

  @BeforeAll
  static void session() {
    spark = SharedSession.get().spark();
  }

  /** A cubic crystal in P 1, every atom written. */
  private static String cif(double a, String atoms) {
    return String.format(
        Locale.ROOT,
        """
        data_cubic
        _cell_length_a %1$.4f
        _cell_length_b %1$.4f
        _cell_length_c %1$.4f
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        _space_group_name_H-M_alt 'P 1'
        loop_
        _atom_site_type_symbol
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        %2$s
        """,
        a,
        atoms);
  }

  private static String copper(double a) {
    return cif(a, "Cu 0 0 0\nCu 0 0.5 0.5\nCu 0.5 0 0.5\nCu 0.5 0.5 0");
  }

  private static String iron(double a) {
    return cif(a, "Fe 0 0 0\nFe 0.5 0.5 0.5");
  }

  private static String polonium(double a) {
    return cif(a, "Po 0 0 0");
  }

  private static void view(String name, List<String> texts) {
    spark.createDataset(texts, Encoders.STRING()).toDF("text").createOrReplaceTempView(name);
  }

  private static Row one(String expression) {
    return spark.sql("SELECT answer.* FROM (SELECT " + expression + " AS answer)").first();
  }

  private static String literal(String text) {
    return "'" + text.replace("\n", "\\n").replace("'", "\\'") + "'";
  }

  @Test
  void tenThousandTextsGiveTenThousandSpaceGroups() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TABLE_ROWS; i++) {
      double a = 3 + i * 1e-4;
      texts.add(i % 3 == 0 ? copper(a) : i % 3 == 1 ? iron(a) : polonium(a));
    }
    texts.set(17, "data_cut\n_cell_length_a 3.6\n_cell_len");
    texts.set(18, null);
    view("many", texts);
    List<Row> counts =
        spark
            .sql(
                """
                SELECT answer.number, answer.error IS NULL AS answered, count(*) AS n
                FROM (SELECT laue_space_group(text, 'cif', 0.01) AS answer FROM many)
                GROUP BY 1, 2 ORDER BY 1""")
            .collectAsList();
    assertThat(counts)
        .containsExactly(
            RowFactory.create(null, false, 2L),
            RowFactory.create(221, true, 3332L),
            RowFactory.create(225, true, 3333L),
            RowFactory.create(229, true, 3333L));
  }

  @Test
  void classesAreThoseOfTheModelItself() {
    view("few", List.of(copper(3.61), iron(2.87), "rubbish", polonium(3.35)));
    List<Row> rows =
        spark
            .sql(
                """
                SELECT answer.verdict, answer.probability, answer.space_group, answer.error
                FROM (SELECT laue_classify(text, 'cif') AS answer FROM few)""")
            .collectAsList();
    assertThat(rows)
        .extracting(row -> row.getAs("verdict"))
        .containsExactly("fcc", "bcc", null, "sc");
    assertThat(rows)
        .extracting(row -> row.getAs("space_group"))
        .containsExactly(225, 229, null, 221);
    assertThat(rows.get(2).<String>getAs("error")).contains("data");
    assertThat(rows).filteredOn(row -> row.getAs("error") == null).hasSize(3);
    double own = Laue.load().classify(copperCrystal(3.61)).verdict().probability();
    assertThat(rows.get(0).<Double>getAs("probability")).isEqualTo(Math.rint(own * 1e4) / 1e4);
  }

  private static Crystal copperCrystal(double a) {
    return Crystal.of(
        Lattice.ofRows(new double[] {a, 0, 0, 0, a, 0, 0, 0, a}),
        new int[] {29, 29, 29, 29},
        new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0});
  }

  @Test
  void aFingerprintIsTheImageThatTheNetworkSees() {
    Row row = one("laue_fingerprint(%s, 'cif')".formatted(literal(copper(3.61))));
    float[] own = Laue.load().fingerprint(copperCrystal(3.61)).fingerprint().pixels();
    List<Float> pixels = row.getList(row.fieldIndex("pixels"));
    assertThat(pixels).hasSize(own.length);
    IntStream.range(0, own.length)
        .forEach(i -> assertThat(pixels.get(i)).as("pixel " + i).isEqualTo(own[i]));
    assertThat(row.<Integer>getList(row.fieldIndex("shape")))
        .containsExactly(Fingerprint.CHANNELS, 64, 64);
    assertThat(row.<String>getAs("error")).isNull();
  }

  @Test
  void everyFieldOfTheStructIsAColumnOfTheCommandOfThatName() {
    Laue laue = Laue.load();
    for (SqlFunction function : SqlFunction.values()) {
      List<String> columns =
          new ArrayList<>(function.rows(() -> laue).at(OptionalDouble.empty()).columns());
      columns.add("error");
      assertThat(function.type().fieldNames())
          .as(function.label())
          .containsExactly(columns.toArray(String[]::new));
    }
  }

  @Test
  void nullsAndNonsenseAreAnsweredWithAReason() {
    for (SqlFunction function : SqlFunction.values()) {
      assertThat(one(function.label() + "(NULL)").<String>getAs("error"))
          .as(function.label())
          .isEqualTo("No text: it is NULL");
    }
    assertThat(one("laue_space_group('', NULL, NULL)").<String>getAs("error")).contains("empty");
    assertThat(one("laue_space_group('a b c', 'ciff')").<String>getAs("error"))
        .contains("Unknown format 'ciff'", "cif (");
    assertThat(
            one("laue_space_group(" + literal(iron(2.87)) + ", 'cif', -1)").<String>getAs("error"))
        .contains("symprec", "-1");
    String two = iron(2.87) + "\n" + copper(3.61);
    assertThat(one("laue_space_group(" + literal(two) + ")").<String>getAs("error"))
        .contains("more than one structure");
  }

  @Test
  void theFormatIsRecognisedWhereNoneIsNamed() {
    String poscar =
        "iron\\n2.87\\n1 0 0\\n0 1 0\\n0 0 1\\nFe\\n2\\nDirect\\n0 0 0\\n0.5 0.5 0.5\\n";
    assertThat(one("laue_space_group('" + poscar + "', 'POSCAR')").<Integer>getAs("number"))
        .isEqualTo(229);
    assertThat(one("laue_space_group(" + literal(iron(2.87)) + ")").<Integer>getAs("number"))
        .isEqualTo(229);
  }

  @Test
  void bytesOfFilesAreTakenAsWell() {
    Dataset<Row> files =
        spark.createDataFrame(
            Arrays.asList(
                RowFactory.create((Object) copper(3.61).getBytes(StandardCharsets.UTF_8)),
                RowFactory.create((Object) null)),
            new StructType().add("content", DataTypes.BinaryType));
    files.createOrReplaceTempView("files");
    List<Row> rows =
        spark.sql("SELECT laue_space_group(content).number AS number FROM files").collectAsList();
    assertThat(rows).extracting(row -> row.get(0)).containsExactly(225, null);
  }

  @Test
  void aStructureThatTakesTooLongCostsItsOwnRow() {
    TextFunction endless = new TextFunction(symprec -> new Endless(), 1, Duration.ofMillis(50));
    Row row = endless.call(copper(3.61), "cif", null);
    assertThat(row.get(0)).isNull();
    assertThat(row.getString(1)).startsWith("No answer within").contains("spark.laue.time-limit");
  }

  @Test
  void textsShareTheirThreads() {
    TextFunction symmetry =
        new TextFunction(SqlFunction.SPACE_GROUP.rows(null), 13, Duration.ofMinutes(1));
    symmetry.call(polonium(3.35), "cif", 0.01);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getTotalStartedThreadCount();
    for (int i = 0; i < 500; i++) {
      assertThat(symmetry.call(polonium(3.35), "cif", 0.01).get(0)).isEqualTo(221);
    }
    assertThat(threads.getTotalStartedThreadCount() - before).isLessThan(100);
  }

  /** Never answers. */
  private record Endless() implements RowFunction {
    @Override
    public List<String> columns() {
      return List.of("never");
    }

    @Override
    public List<Object> apply(ParsedStructure structure) {
      while (true) {
        StoppedException.ifInterrupted();
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void everyQueryOfTheNotebookRuns() throws IOException {
    spark
        .sql("SELECT 'a.cif' AS path, " + literal(copper(3.61)) + " AS content")
        .createOrReplaceTempView("crystals");
    List<String> queries =
        Pattern.compile("spark\\.sql\\(\"\"\"(.*?)\"\"\"\\)", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("notebooks/laue_sql.py")))
            .results()
            .map(query -> query.group(1))
            .toList();
    assertThat(queries)
        .extracting(query -> spark.sql(query).count())
        .containsExactly(1L, 3L, 1L, 0L);
  }

  @Test
  void wrongSettingsAreSaidBeforeAnyRow() {
    spark.conf().set(SessionSettings.TIME_LIMIT, "soon");
    spark.conf().set(SessionSettings.MODEL, "/no/model/here");
    try {
      assertThatThrownBy(() -> spark.sql("SELECT laue_space_group('x')"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("'soon'");
      spark.conf().unset(SessionSettings.TIME_LIMIT);
      assertThatThrownBy(() -> spark.sql("SELECT laue_classify('x')"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("/no/model/here");
      assertThatThrownBy(() -> spark.sql("SELECT laue_space_group()"))
          .hasMessageContaining("0 given");
    } finally {
      spark.conf().unset(SessionSettings.TIME_LIMIT);
      spark.conf().unset(SessionSettings.MODEL);
    }
  }

  @Test
  void aSessionThatWasThereBeforeTakesThemToo() {
    SparkSession other = spark.newSession();
    other.sql("DROP TEMPORARY FUNCTION laue_space_group");
    assertThatThrownBy(() -> other.sql("SELECT laue_space_group('x')"))
        .hasMessageContaining("laue_space_group");
    LaueExtensions.register(other);
    assertThat(other.sql("SELECT laue_space_group('').error").first().getString(0)).isNotEmpty();
    assertThat(other.sql("DESCRIBE FUNCTION laue_classify").collectAsList().toString())
        .contains("laue_classify(text[, format[, symprec]])");
  }
}
