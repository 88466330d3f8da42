package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import picocli.CommandLine;

/** The whole road through the command line, small; the network learns next to nothing here. */
class StudyIT {
  private static final String STUDY =
      """
      study { name = small }
      prototypes { size = 28, tier = core }
      defects { displacements = [0.01], vacancies = [0.25], substitutions = ["0.5 binary"] }
      train { epochs = 1, test-fraction = 0.3 }
      evaluate { structures = all, product-road = true, examples-per-class = 2 }
      """;

  private static final List<String> CLASSES =
      List.of("sc", "fcc", "diam", "bcc", "hex/rh", "bct_139", "bct_141");

  @TempDir private static Path directory;
  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();
  private static int exit;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    Path study = Files.writeString(directory.resolve("small.conf"), STUDY);
    Path crystals = Files.createDirectory(directory.resolve("crystals"));
    Files.writeString(
        crystals.resolve("iron.vasp"),
        "Fe\n2.87\n1 0 0\n0 1 0\n0 0 1\nFe\n2\nDirect\n0 0 0\n.5 .5 .5\n");
    Files.writeString(crystals.resolve("broken.cif"), "data_x\n_cell_length_a 3\n");
    exit = laue("study", study.toString(), "--output", output(), crystals.toString());
    said = OUT.toString();
  }

  private static String output() {
    return directory.resolve("out").toString();
  }

  private static int laue(String... arguments) {
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(OUT, true));
    line.setErr(new PrintWriter(ERR, true));
    return line.execute(arguments);
  }

  @Test
  void endsWithThePathOfThePage() {
    assertThat(exit).as(ERR.toString()).isZero();
    assertThat(said.strip()).endsWith("report/index.html");
  }

  @Test
  void tableHoldsEveryConditionAndMethod() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve("out/report/table1.csv"));
    assertThat(lines).hasSize(1 + 4 * 6);
    assertThat(lines.get(0)).isEqualTo("defect,level,method,n,accuracy,ci_low,ci_high,paper");
    assertThat(lines).anyMatch(line -> line.startsWith("pristine,0,baseline-tight,28,100.00"));
    assertThat(lines).anyMatch(line -> line.startsWith("vacancy,0.25,baseline-loose,28,0.00"));
    assertThat(lines).anyMatch(line -> line.startsWith("vacancy,0.25,convnet-product,28,"));
    assertThat(lines).anyMatch(line -> line.startsWith("vacancy,0.25,parent,28,100.00"));
  }

  @Test
  void pageShowsForOneCrystalOfEachClassWhyTheNetworkDecided() throws IOException {
    String page = Files.readString(directory.resolve("out/report/index.html"));
    assertThat(
            Pattern.compile("pristine: red raises \\S+, blue lowers it<br>")
                .matcher(page)
                .results())
        .hasSize(CLASSES.size());
  }

  @Test
  void pageTellsWhatWasReadAndWhatWasNot() throws IOException {
    String page = Files.readString(directory.resolve("out/report/index.html"));
    assertThat(page).contains("Real crystals", "iron.vasp", "broken.cif");
  }

  @Test
  void theTrainedModelClassifies() throws IOException {
    String iron = directory.resolve("crystals/iron.vasp").toString();
    String pictures = directory.resolve("pictures").toString();
    String model = directory.resolve("out/model").toString();
    CSVRecord row = classified("--model", model, "--pictures", pictures, iron);
    assertThat(row.get("source")).isEqualTo(iron);
    assertThat(row.get("class")).isIn(CLASSES);
    assertThat(Double.parseDouble(row.get("probability"))).isBetween(1.0 / CLASSES.size(), 1.0);
    assertThat(Path.of(pictures, "iron.png")).exists();
  }

  /** Java finds the run below {@code out/model} as {@code --model} does. */
  @Test
  void theTrainedModelIsFoundFromJava() {
    String model = directory.resolve("out/model").toString();
    assertThat(org.laue.api.Laue.load(model).model().labels())
        .containsExactlyInAnyOrderElementsOf(CLASSES);
    assertThatThrownBy(() -> org.laue.api.Laue.load(directory.resolve("crystals").toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is no model");
  }

  /** The small study teaches too little to be asked for a class; the model that ships is asked. */
  @Test
  void theShippedModelKnowsIron() throws IOException {
    CSVRecord row = classified(directory.resolve("crystals/iron.vasp").toString());
    assertThat(row.get("class")).isEqualTo("bcc");
    assertThat(Double.parseDouble(row.get("probability"))).isGreaterThan(0.9);
  }

  /** A structure that cannot be read stands on the page too, without a picture. */
  @Test
  void explainDrawsEachAndAPageOfAll() throws IOException {
    Path why = directory.resolve("why");
    String crystals = directory.resolve("crystals").toString();
    laue("explain", "--output", why.toString(), crystals);
    assertThat(why.resolve("iron.png")).isNotEmptyFile();
    assertThat(Files.readString(why.resolve("index.html")))
        .contains("src=\"./iron.png\"", "iron.vasp", "bcc", "broken.cif", "no answer");
  }

  private static CSVRecord classified(String... arguments) throws IOException {
    int before = OUT.getBuffer().length();
    List<String> all = new ArrayList<>(List.of("classify", "--csv"));
    all.addAll(List.of(arguments));
    assertThat(laue(all.toArray(String[]::new))).as(ERR.toString()).isZero();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser rows = CSVParser.parse(OUT.getBuffer().substring(before), format)) {
      List<CSVRecord> records = rows.getRecords();
      assertThat(records).hasSize(1);
      return records.get(0);
    }
  }
}
