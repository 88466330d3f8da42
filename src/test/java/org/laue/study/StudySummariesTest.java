package org.laue.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;

/** Nights in one directory. */
class StudySummariesTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path directory;

  private StudySummaries summaries() throws IOException {
    return new StudySummaries(HADOOP, directory.toString());
  }

  private static String run(int number) {
    return "embedded/structures/run=%016x".formatted(number);
  }

  private static StudySummary night(String study, int day, int... runs) {
    return new StudySummary(
        study,
        "2026-11-%02dT02:15:00.5Z".formatted(day),
        60,
        "report/index.html",
        Arrays.stream(runs)
            .mapToObj(
                number ->
                    new StudySummary.Step(
                        "ingest",
                        "embedded/structures",
                        run(number),
                        number == 1,
                        Map.of("out", 1_000L, "rejected", 3L),
                        "" + number))
            .toList());
  }

  private void write(StudySummary night) throws IOException {
    for (StudySummary.Step step : night.steps()) {
      Path run = Files.createDirectories(directory.resolve(step.run()));
      Files.writeString(run.resolve("part.parquet"), "rows");
    }
    summaries().write(night);
  }

  @Test
  void theLatestIsTheLastThatWasWrittenAndOneLineSaysIt() throws IOException {
    write(night("a", 1, 1));
    write(night("a", 2, 1, 2));
    StudySummary latest = StudySummaries.find(HADOOP, directory + "/latest.json").summary();
    assertThat(latest).isEqualTo(night("a", 2, 1, 2));
    assertThat(StudySummaries.find(HADOOP, directory.toString()).summary()).isEqualTo(latest);
    assertThat(latest.line())
        .isEqualTo(
            "Study a complete: 2 steps, 1 of them taken up, 2,000 structures, 6 rejected, 60 s");
    assertThat(summaries().newest(2))
        .extracting(found -> found.summary().finishedAt())
        .containsExactly("2026-11-02T02:15:00.5Z", "2026-11-01T02:15:00.5Z");
  }

  @Test
  void aSummaryThatWasCutIsNone() throws IOException {
    write(night("a", 1, 1));
    write(night("a", 2, 2));
    Path last = directory.resolve("summaries/20261102T021500.5Z.json");
    Files.writeString(last, Files.readString(last).substring(0, 40));
    Files.delete(last.resolveSibling("." + last.getFileName() + ".crc"));
    assertThat(summaries().newest(1).get(0).summary()).isEqualTo(night("a", 1, 1));
    assertThatThrownBy(() -> summaries().newest(2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1 complete studies, 2 are needed");
    assertThatThrownBy(() -> StudySummaries.find(HADOOP, directory + "/nowhere"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("No such study");
  }

  @Test
  void onlyRunsThatNoNightNeedsAnyMoreAreRemoved() throws IOException {
    write(night("a", 1, 1, 2, 3));
    write(night("b", 2, 3));
    write(night("a", 3, 2, 4));
    write(night("a", 4, 5));
    Files.createDirectories(directory.resolve(run(6)));
    assertThat(summaries().keep("a", 2)).as("run 1; 2 and 3 are needed").isEqualTo(1);
    assertThat(runs()).containsExactly(run(2), run(3), run(4), run(5), run(6));
    assertThat(summaries().all()).extracting(StudySummary::finishedAt).hasSize(3);
    assertThat(summaries().keep("a", 2)).isZero();
  }

  @Test
  void theLatestStaysThoughAClockThatWasPutBackMakesItTheOldest() throws IOException {
    write(night("a", 3, 1));
    write(night("a", 4, 2));
    write(night("a", 2, 3));
    assertThat(summaries().keep("a", 1)).as("run 1").isEqualTo(1);
    assertThat(runs()).containsExactly(run(2), run(3));
    assertThat(summaries().all())
        .extracting(StudySummary::finishedAt)
        .containsExactly("2026-11-02T02:15:00.5Z", "2026-11-04T02:15:00.5Z");
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(directory.resolve("embedded/structures"))) {
      return runs.map(run -> directory.relativize(run).toString()).sorted().toList();
    }
  }

  @Test
  void aSummaryThatNamesAPlaceElsewhereIsRefused() throws IOException {
    assertThatThrownBy(
            () ->
                new StudySummary.Step(
                    "s", "x", "../../home/run=0123456789abcdef", true, Map.of(), ""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("run=<hash>");
    write(night("a", 1, 1));
    Path file = directory.resolve("summaries/20261101T021500.5Z.json");
    Files.writeString(file, Files.readString(file).replace("embedded/structures/run", "../run"));
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    assertThat(summaries().all()).isEmpty();
  }
}
