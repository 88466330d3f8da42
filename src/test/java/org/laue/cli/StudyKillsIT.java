package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/**
 * Studies whose process is killed, as {@code kill -9} does, and started again end with report and
 * model of the one that was left alone, byte for byte but for the times that steps took. Each
 * process takes half a minute: only with {@code -Dlaue.acceptance=true}.
 */
@EnabledIfSystemProperty(named = "laue.acceptance", matches = "true")
class StudyKillsIT {
  private static final List<String> SETTINGS =
      List.of(
          "prototypes.size=14",
          "prototypes.tier=core",
          "fingerprint.target-atoms=32",
          "defects.displacements=[]",
          "defects.vacancies=[0.25]",
          "defects.substitutions=[]",
          "train.epochs=6",
          "train.test-fraction=0.5",
          "train.batch-size=4",
          "train.averaging-frequency=1",
          "evaluate.structures=all",
          "evaluate.examples-per-class=1");

  private static final long MINUTES = 10;

  @TempDir private static Path directory;
  private static Path inputs;

  /** Places of the runs of the study that was left alone, in the order in which they ended. */
  private static List<String> places;

  @BeforeAll
  static void leftAlone() throws IOException, InterruptedException {
    inputs = Files.createDirectory(directory.resolve("crystals"));
    Files.writeString(
        inputs.resolve("iron.vasp"),
        "Fe\n2.87\n1 0 0\n0 1 0\n0 0 1\nFe\n2\nDirect\n0 0 0\n.5 .5 .5\n");
    finish("alone");
    Map<String, String> ends = new TreeMap<>();
    runs("alone").forEach((place, run) -> ends.put(run.manifest().finishedAt() + place, place));
    places = List.copyOf(ends.values());
  }

  @Test
  void killedInTheMiddleOfFourSteps() throws IOException, InterruptedException {
    for (String table :
        List.of("embedded/structures", "training/views", "training/weights", "model")) {
      String place = places.stream().filter(p -> p.startsWith(table)).findFirst().orElseThrow();
      killInTheMiddle("four", place);
    }
    finish("four");
    assertSameAsLeftAlone("four");
  }

  @Test
  void killedInTheMiddleOfEveryStepAndBehindIt() throws IOException, InterruptedException {
    for (String place : places) {
      killInTheMiddle("every", place);
      kill("every", () -> Files.exists(path("every", place).resolve("manifest.json")));
    }
    kill("every", () -> Files.exists(path("every", "report")));
    finish("every");
    assertSameAsLeftAlone("every");
  }

  /** Kills while a run is being made; the training only once there is something to go on from. */
  private static void killInTheMiddle(String output, String place)
      throws IOException, InterruptedException {
    boolean training = place.contains("weights");
    Path written = path(output, place).resolve(training ? "_training" : "");
    Path manifest = path(output, place).resolve("manifest.json");
    long before = files(written);
    kill(output, () -> files(written) > before || Files.exists(manifest));
    if (training) {
      assertThat(manifest).doesNotExist();
    }
  }

  private static Path path(String output, String place) {
    return directory.resolve(output).resolve(place);
  }

  private static long files(Path parent) {
    try (Stream<Path> files = Files.list(parent)) {
      return files.count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void kill(String output, BooleanSupplier now)
      throws IOException, InterruptedException {
    Process study = start(output);
    while (study.isAlive() && !now.getAsBoolean()) {
      Thread.sleep(2);
    }
    assertThat(study.isAlive()).as("the study still runs: %s", said(output)).isTrue();
    study.destroyForcibly();
    assertThat(study.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(study.exitValue()).isEqualTo(128 + 9);
  }

  private static void finish(String output) throws IOException, InterruptedException {
    Process study = start(output);
    assertThat(study.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(study.exitValue()).as(said(output)).isZero();
  }

  private static Process start(String output) throws IOException {
    Path config = directory.resolve("study.conf");
    Files.writeString(config, "study.name = kills\n");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("@conf/jvm.options");
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Dspark.master=local[1]"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Laue.class.getName()));
    command.addAll(List.of("study", config.toString(), inputs.toString()));
    command.addAll(List.of("--output", directory.resolve(output).toString()));
    SETTINGS.forEach(setting -> command.addAll(List.of("--set", setting)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log(output).toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder.start();
  }

  private static Path log(String output) {
    return directory.resolve(output + ".log");
  }

  private static String said(String output) throws IOException {
    return Files.exists(log(output)) ? Files.readString(log(output)) : "";
  }

  private static Map<String, CompleteRun> runs(String output) throws IOException {
    Map<String, CompleteRun> runs = new TreeMap<>();
    Path root = directory.resolve(output);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path manifest : files.filter(f -> f.endsWith("manifest.json")).toList()) {
        Path run = manifest.getParent();
        runs.put(root.relativize(run).toString(), Runs.open(new Configuration(), run.toString()));
      }
    }
    return runs;
  }

  private static void assertSameAsLeftAlone(String output) throws IOException {
    Map<String, String> alone = new HashMap<>();
    runs("alone").forEach((place, run) -> alone.put(place, run.contentHash()));
    Map<String, String> killed = new HashMap<>();
    runs(output).forEach((place, run) -> killed.put(place, run.contentHash()));
    assertThat(killed).isEqualTo(alone);
    String model = places.stream().filter(p -> p.startsWith("model")).findFirst().orElseThrow();
    String weights = places.stream().filter(p -> p.contains("weights")).findFirst().orElseThrow();
    for (String file : List.of(model + "/parameters.f32", model + "/novelty.json")) {
      assertThat(path(output, file)).hasSameBinaryContentAs(path("alone", file));
    }
    assertThat(path(output, weights).resolve("_training")).doesNotExist();
    for (String table : List.of("report/table1.csv", "report/table1-by-class.csv")) {
      assertThat(path(output, table)).hasSameBinaryContentAs(path("alone", table));
    }
    assertThat(pageWithoutTimes(output)).isEqualTo(pageWithoutTimes("alone"));
  }

  /**
   * The page of the report without the last column of its table of steps, which says how long, and
   * without the place that it was written to.
   */
  private static String pageWithoutTimes(String output) throws IOException {
    String page =
        Files.readString(path(output, "report/index.html"))
            .replace(directory.resolve(output).toString(), "");
    int begin = page.indexOf("<th>Seconds</th>");
    int end = page.indexOf("</table>", begin);
    assertThat(begin).isPositive();
    String steps =
        page.substring(begin, end).replaceAll("<td class=\"n\">[0-9.]+</td></tr>", "</tr>");
    return page.substring(0, begin) + steps + page.substring(end);
  }
}
