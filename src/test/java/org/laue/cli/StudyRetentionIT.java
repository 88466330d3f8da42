package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.study.StudySummaries;
import org.laue.study.StudySummary;

/** Nights of several trainings each, of which only the last stay. */
class StudyRetentionIT {
  private static final String CORES = "spark.master";
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path directory;
  private Path output;

  @BeforeAll
  static void cores() {
    System.setProperty(CORES, "local[2]");
  }

  @AfterAll
  static void forget() {
    System.clearProperty(CORES);
  }

  private LaueCall night(String... more) throws IOException {
    output = directory.resolve("out");
    Path file = directory.resolve("study.conf");
    Files.writeString(file, String.join("\n", StudyRunsIT.SMALL));
    List<String> command = new ArrayList<>(List.of("study", file.toString()));
    command.addAll(List.of("--output", output.toString(), "--set", "train.epochs=1"));
    command.addAll(List.of(more));
    return LaueCall.of(command.toArray(String[]::new));
  }

  private StudySummary complete(String... more) throws IOException {
    LaueCall call = night(more);
    assertThat(call.exit()).as(call.said()).isZero();
    return StudySummaries.find(HADOOP, output.resolve("latest.json").toString()).summary();
  }

  private static Set<String> named(StudySummary... nights) {
    return Stream.of(nights)
        .flatMap(night -> night.steps().stream())
        .map(StudySummary.Step::run)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every run that lies in the directory, complete or not. */
  private Set<String> present() throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(path -> path.getFileName().toString().startsWith("run="))
          .map(run -> output.relativize(run).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> models(Set<String> runs) {
    return runs.stream().filter(run -> run.startsWith("model/")).collect(Collectors.toSet());
  }

  @Test
  void nightsOfSeedsAndOfSweepsKeepAllThatTheLastOnesName() throws IOException {
    StudySummary oneTwo = complete("--seeds", "1,2");
    StudySummary other = complete("--seeds", "1", "--set", "study.name=other");
    assertThat(named(other)).isSubsetOf(named(oneTwo));
    StudySummary twoThree = complete("--seeds", "2,3", "--keep", "1");
    assertThat(present())
        .as("seed 1 is of the other study, seed 2 of the new night too")
        .isEqualTo(named(other, twoThree));
    assertThat(models(present())).hasSize(3);

    StudySummary sweep =
        complete("--set", "study.sweep=[base, \"two: train.epochs = 2\"]", "--seeds", "3");
    assertThat(models(named(sweep))).hasSize(2);
    StudySummary other2 = complete("--seeds", "3", "--set", "study.name=other", "--keep", "1");
    assertThat(present()).isEqualTo(named(twoThree, sweep, other2));
    byte[] latest = Files.readAllBytes(output.resolve("latest.json"));

    LaueCall half =
        night("--set", "study.sweep=[base, \"none: prototypes.size = 0\"]", "--keep", "1");
    assertThat(half.exit()).as(half.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(half.said()).contains("there is nothing to learn from");
    assertThat(output.resolve("latest.json")).hasBinaryContent(latest);
    assertThat(present())
        .as("half a night removes nothing")
        .containsAll(named(twoThree, sweep, other2));

    StudySummary last =
        complete("--set", "study.sweep=[base, \"two: train.epochs = 2\"]", "--keep", "1");
    assertThat(present()).as("half a night's runs were taken up").isEqualTo(named(other2, last));
    for (StudySummary.Step step : last.steps()) {
      assertThat(step.open(HADOOP, new org.apache.hadoop.fs.Path(output.toString())).contentHash())
          .as(step.run())
          .isEqualTo(step.content());
    }
  }
}
