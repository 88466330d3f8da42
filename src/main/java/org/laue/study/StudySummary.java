package org.laue.study;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.RunDirectory;
import org.laue.tables.runs.StepSummary;

/**
 * What a study says of itself when it is complete: the runs that it made or took up.
 *
 * @param study its name
 * @param finishedAt instant at which its report stood, ISO 8601
 * @param seconds from start to end on the clock, this time
 * @param report where its page is, for people
 */
public record StudySummary(
    String study, String finishedAt, double seconds, String report, List<Step> steps) {

  /**
   * One step.
   *
   * @param place of its table below the study's directory; {@code ... of <training>} where several
   *     trainings of one study have each its own
   * @param run its run's directory, relative to the study's
   * @param taken whether an earlier study had completed it
   * @param content hash of all its rows
   */
  public record Step(
      String step,
      String place,
      String run,
      boolean taken,
      Map<String, Long> counts,
      String content) {

    private static final Pattern RUN = Pattern.compile("[\\w/-]+/run=[0-9a-f]{16}");

    public Step {
      if (!RUN.matcher(run).matches()) {
        throw new UserException("A run lies in <place>/run=<hash>, was '" + run + "'");
      }
      counts = Map.copyOf(counts);
    }

    private Step of(String training) {
      return new Step(step, place + " of " + training, run, taken, counts, content);
    }

    /** The run itself. */
    public CompleteRun open(Configuration hadoop, Path output) throws IOException {
      return RunDirectory.at(hadoop, new Path(output, run)).complete();
    }

    public long count(String what) {
      return counts.getOrDefault(what, 0L);
    }
  }

  public StudySummary {
    steps = List.copyOf(steps);
  }

  /**
   * Of a study that ends now.
   *
   * @param trainings steps of each training by its name; one of any name where there is one only
   */
  public static StudySummary now(
      String study,
      Path output,
      double seconds,
      String report,
      Map<String, List<StepSummary>> trainings) {
    Map<String, Step> runs = new LinkedHashMap<>();
    Map<String, String> madeBy = new HashMap<>();
    trainings.forEach(
        (training, made) ->
            made.forEach(
                step -> {
                  Step run = step(output, step);
                  runs.putIfAbsent(run.run(), run);
                  madeBy.putIfAbsent(run.run(), training);
                }));
    Map<String, Long> ofPlace =
        runs.values().stream().collect(Collectors.groupingBy(Step::place, Collectors.counting()));
    return new StudySummary(
        study,
        Instant.now().toString(),
        seconds,
        report,
        runs.values().stream()
            .map(run -> ofPlace.get(run.place()) == 1 ? run : run.of(madeBy.get(run.run())))
            .toList());
  }

  private static Step step(Path output, StepSummary step) {
    String run = step.path().substring(output.toString().length() + 1);
    return new Step(
        step.step(),
        new Path(run).getParent().toString(),
        run,
        step.reusedParts() == step.run().manifest().parts().size(),
        step.counts(),
        step.run().contentHash());
  }

  /** In one line. */
  public String line() {
    long taken = steps.stream().filter(Step::taken).count();
    long rejected = steps.stream().mapToLong(step -> step.count("rejected")).sum();
    return String.format(
        Locale.ROOT,
        "Study %s complete: %d steps, %d of them taken up, %,d structures, %,d rejected, %.0f s",
        study,
        steps.size(),
        taken,
        structures(),
        rejected,
        seconds);
  }

  private long structures() {
    return steps.stream()
        .filter(step -> step.run().contains("/structures/run="))
        .mapToLong(step -> step.count("out"))
        .sum();
  }
}
