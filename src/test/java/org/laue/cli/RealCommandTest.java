package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.api.Laue;

class RealCommandTest {
  @TempDir private Path folder;

  /** Iron and copper as they are, copper that is said to be bcc, atoms that are said to be none. */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("some.extxyz"),
        frame("Fe", 2.87, "sg=229 name=iron kind=solid", "0 0 0", "1.435 1.435 1.435")
            + frame("Cu", 3.61, "sg=225 name=copper kind=solid", FCC)
            + frame("Cu", 3.61, "sg=229 name=wrong kind=solid", FCC)
            + frame("Cu", 3.61, "name=molten kind=liquid", FCC)
            + frame("Cu", 3.61, "name=silent kind=solid", FCC));
  }

  private static final String[] FCC = {"0 0 0", "0 1.805 1.805", "1.805 0 1.805", "1.805 1.805 0"};

  private static String frame(String element, double a, String comment, String... atoms) {
    StringBuilder text = new StringBuilder();
    text.append(atoms.length).append("\nLattice=\"").append(a).append(" 0 0 0 ").append(a);
    text.append(" 0 0 0 ").append(a).append("\" Properties=species:S:1:pos:R:3 ").append(comment);
    for (String atom : atoms) {
      text.append('\n').append(element).append(' ').append(atom);
    }
    return text.append('\n').toString();
  }

  private LaueCall call(String sets) throws IOException {
    return call(sets, "");
  }

  private LaueCall call(String sets, String more) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sets.conf"), "data = nowhere\nsets = [" + sets + "]\n" + more);
    String data = "data=\"" + folder + "\"";
    return LaueCall.of(
        "real", file.toString(), "--set", data, "--output", folder.resolve("out").toString());
  }

  private List<CSVRecord> rows(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    String text = Files.readString(folder.resolve("out").resolve(name));
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }

  @Test
  void aWrongAnswerIsCountedAndItsCauseNamed() throws IOException {
    LaueCall call = call("{ name = s, files = [some.extxyz], only = [\"kind=solid\"], goal = 60 }");
    assertThat(call.exit()).as(call.said()).isZero();
    CSVRecord all = rows("real.csv").get(0);
    assertThat(all.toMap())
        .containsEntry("n", "3")
        .containsEntry("right", "2")
        .containsEntry("percent", "66.67")
        .containsEntry("ci_low", "20.77")
        .containsEntry("ci_high", "93.85")
        .containsEntry("group_right", "2")
        .containsEntry("unknown", "0")
        .containsEntry("met", "yes");
    assertThat(rows("real.csv")).extracting(row -> row.get("truth")).contains("bcc", "fcc");
    assertThat(rows("causes.csv"))
        .singleElement()
        .satisfies(
            cause ->
                assertThat(cause.toMap())
                    .containsEntry("truth", "bcc 229")
                    .containsEntry("said", "fcc 225")
                    .containsEntry("ids", "wrong"));
    assertThat(Files.readString(folder.resolve("out/index.html"))).contains("wrong", "66.67");
  }

  @ParameterizedTest
  @CsvSource({
    "class, 0",
    "group, 0",
    "class-or-unknown, 0",
    "quiet, 0",
  })
  void whatIsNoCrystalMustNotBeCalledOne(String right, int hits) throws IOException {
    call(
        "{ name = m, files = [some.extxyz], only = [\"kind~liq\"], unknown = [\"kind=liquid\"],"
            + " right = "
            + right
            + " }");
    assertThat(rows("real.csv").get(0).get("right")).isEqualTo(Integer.toString(hits));
  }

  /** Repeated and damaged, iron is still iron; the sample takes one of three. */
  @Test
  void crystalsAreDrawnRepeatedAndDamagedBySeed() throws IOException {
    call(
        "{ name = d, files = [some.extxyz], crystals = elements, sample = 2, atoms = 200,"
            + " defect = \"displacement 0.05 + vacancy 0.1\", right = either }");
    CSVRecord all = rows("real.csv").get(0);
    assertThat(all.get("n")).isEqualTo("2");
    assertThat(Integer.parseInt(all.get("right"))).isBetween(1, 2);
  }

  @Test
  void whatCannotBeReadIsNamedAndTheOthersCount() throws IOException {
    Files.writeString(folder.resolve("broken.cif"), "data_x\n_cell_length_a 3\n");
    LaueCall call =
        call("{ name = s, files = [some.extxyz, broken.cif], only = [\"kind=solid\"] }");
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(call.said()).contains("not read: ").contains("broken.cif");
    assertThat(rows("real.csv").get(0).get("n")).isEqualTo("3");
  }

  @Test
  void askingForASetThatIsNotThereIsSaid() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sets.conf"),
            "data = \"" + folder + "\"\nsets = [{ name = iron, files = [some.extxyz] }]");
    Path out = folder.resolve("out");
    LaueCall call =
        LaueCall.of("real", file.toString(), "--only", "ironn", "--output", out.toString());
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.said()).contains("No set's name contains ironn; there are iron");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "'{ name = s, files = [some.extxyz], truht = parent }', did you mean 'truth'",
    "'{ name = s, files = [] }', names no files",
    "'{ name = s, files = [some.extxyz], only = [solid] }', written key=value",
    "'{ name = s, files = [\"nothing*\"] }', no structure",
    "'{ name = s, files = [some.extxyz], ask = grains }', grains goes with ask = grains",
    "'{ name = s, files = [some.extxyz], ball = -1 }', must be 0 or more",
    "'', at least one",
  })
  void whatCannotBeMeasuredIsSaid(String sets, String said) throws IOException {
    LaueCall call = call(sets);
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.said()).contains(said.replace("did you mean 'truth'", "truth"));
  }

  private static final String SOLID =
      "{ name = s, files = [some.extxyz], only = [\"kind=solid\"] }";

  private static final String MOLTEN =
      "{ name = m, files = [some.extxyz], only = [\"kind=liquid\"], unknown = [\"kind=liquid\"] }";

  /** Copper that is said to be molten scores as copper does, so that the area is not 1. */
  @Test
  void scoresAreComparedAtQuestions() throws IOException {
    LaueCall call =
        call(
            SOLID + ", " + MOLTEN,
            "passes = 20\n"
                + "questions = [{ name = known, of = [s], against = [m] }, { name = right, of = [s]"
                + " }]");
    assertThat(call.exit()).as(call.said()).isZero();
    List<CSVRecord> scores = rows("scores.csv");
    assertThat(scores).filteredOn(row -> row.get("question").equals("known")).hasSize(9);
    assertThat(scores)
        .filteredOn(row -> row.get("score").equals("verdict"))
        .satisfiesExactly(
            known ->
                assertThat(known.toMap())
                    .containsEntry("yes", "3")
                    .containsEntry("no", "1")
                    .containsEntry("sure", "4")
                    .containsEntry("sure_right", "2"),
            right -> assertThat(right.toMap()).containsEntry("yes", "2").containsEntry("no", "1"));
    assertThat(scores)
        .allSatisfy(
            row ->
                assertThat(Double.parseDouble(row.get("auc")))
                    .isBetween(
                        Double.parseDouble(row.get("ci_low")),
                        Double.parseDouble(row.get("ci_high"))));
    assertThat(rows("curves.csv")).isNotEmpty();
    assertThat(rows("calibration.csv"))
        .allSatisfy(row -> assertThat(Double.parseDouble(row.get("right"))).isBetween(0.0, 1.0));
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("Reliability of verdict", "dropout, mutual information");
  }

  /** The shipped model beside itself is no less sure than alone. */
  @Test
  void furtherModelsMakeAnEnsemble() throws IOException {
    Laue.load().model().save(folder.resolve("model"));
    call(
        SOLID + ", " + MOLTEN,
        "models = [\""
            + folder.resolve("model")
            + "\"]\nquestions = [{ name = known, of = [s], against = [m] }]");
    List<CSVRecord> scores = rows("scores.csv");
    assertThat(scores).hasSize(12);
    assertThat(area(scores, "ensemble, mean probability"))
        .isEqualTo(area(scores, "network, probability"));
  }

  private static String area(List<CSVRecord> scores, String score) {
    return scores.stream()
        .filter(row -> row.get("score").equals(score))
        .map(row -> row.get("auc"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'questions = [{ name = q, of = [t] }]', names set 't'; there are s",
    "'questions = [{ name = q }]', names no set under of",
    "'passes = 1', passes at least 2",
    "'setz = []', unknown key 'setz'; there are data",
    "'questions = [{ name = q, of = [s] }], models = [nowhere]', nowhere",
  })
  void aComparisonThatCannotBeMadeIsSaid(String more, String said) throws IOException {
    LaueCall call = call(SOLID, more);
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.said()).contains(said);
  }

  /** A ball of iron has no cell, and one that is turned is iron still. */
  @Test
  void aBallIsCutAndTurned() throws IOException {
    call(
        "{ name = b, files = [some.extxyz], only = [\"name=iron\"], ball = 300,"
            + " defect = \"displacement 0.1 + vacancy 0.2\", right = group }");
    assertThat(rows("real.csv").get(0).toMap()).containsEntry("n", "1").containsEntry("right", "1");
  }

  /**
   * Iron, copper, copper said to be iron, and copper said to be molten, of 300 atoms or more each.
   */
  @Test
  void atomsAreComparedOneByOne() throws IOException {
    Files.writeString(
        folder.resolve("more.extxyz"),
        frame("Fe", 2.87, "is=bcc name=iron", "0 0 0", "1.435 1.435 1.435")
            + frame("Cu", 3.61, "is=fcc name=copper", FCC)
            + frame("Cu", 3.61, "is=bcc name=wrong", FCC)
            + frame("Cu", 3.61, "is=liquid name=molten", FCC));
    LaueCall call =
        call(
            "{ name = a, files = [more.extxyz], truth = is, ask = atoms, atoms = 300, goal = 60 }");
    assertThat(call.exit()).as(call.said()).isZero();
    List<CSVRecord> local = rows("local.csv");
    assertThat(local.get(0).toMap())
        .containsEntry("truth", "all")
        .containsEntry("met", "no")
        .containsEntry("note", "4 rows; worst 0 % (wrong)");
    assertThat(local)
        .filteredOn(row -> !row.get("id").isEmpty())
        .extracting(row -> row.get("percent"))
        .containsExactly("100.00", "100.00", "0.00", "0.00");
    assertThat(Files.readString(folder.resolve("out/index.html"))).contains("Atoms and grains");
  }

  /** One grain of iron where one of iron and one of copper are named. */
  @Test
  void grainsAreComparedWithThoseOfTheFirstStructure() throws IOException {
    call(
        "{ name = g, files = [some.extxyz], only = [\"name=iron\"], ask = grains, grains = [bcc,"
            + " fcc], atoms = 700 }");
    assertThat(rows("local.csv"))
        .filteredOn(row -> !row.get("id").isEmpty())
        .satisfiesExactly(
            iron ->
                assertThat(iron.toMap())
                    .containsEntry("right", "1")
                    .containsEntry(
                        "note", "784 atoms, turned by 0.00 degrees from the first structure's"),
            copper ->
                assertThat(copper.toMap())
                    .containsEntry("right", "0")
                    .containsEntry("note", "0 grains, 0 in the first structure"));
  }
}
