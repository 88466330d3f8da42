package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.laue.evaluation.AccuracyTable;
import org.laue.reports.NumberSeedTable;
import org.laue.reports.NumberSweepTable;
import org.laue.reports.ReportFiles;
import org.laue.reports.SeedTable;
import org.laue.reports.SensitivityTable;
import org.laue.reports.StudyReport;
import org.laue.reports.SweepTable;
import org.laue.reports.TidyTable;
import org.laue.spark.LaueSession;
import org.laue.spark.Peers;
import org.laue.spark.SparkStudySteps;
import org.laue.study.StudyConfig;
import org.laue.study.StudyGraph;
import org.laue.study.StudyPlan;
import org.laue.study.StudySummaries;
import org.laue.study.StudySummary;
import org.laue.study.Sweep;
import org.laue.tables.runs.Lease;
import org.laue.tables.runs.StepSummary;

/**
 * Checks the settings of a study, opens a Spark session for the steps of one command and closes it
 * again.
 */
public final class StepRunner {
  private static final String REPORT = "report";

  private StepRunner() {}

  /** What a command does with the study's steps. */
  public interface Work {
    /**
     * @param found runs of earlier commands, for those that begin in the middle
     */
    void run(StudyGraph graph, FoundRuns found, LaueSession session) throws IOException;
  }

  /** What is done behind all trainings of a study, while its directory is still held. */
  interface Afterwards {
    void run(LaueSession session) throws IOException;
  }

  static int run(StudyConfig config, PrintWriter out, Work work) throws IOException {
    return run(config, out, (title, step) -> step.run(), work);
  }

  /** The same with something done around each step. */
  public static int run(StudyConfig config, PrintWriter out, StudyGraph.Around around, Work work)
      throws IOException {
    StudyPlan plan = StudyPlan.of(config);
    long start = System.nanoTime();
    try (LaueSession session = LaueSession.builder().open();
        Lease lease = Lease.take(session.hadoop(), config.study().output())) {
      Place place = new Place(session, lease, out, start);
      StudyGraph graph =
          place.graph(
              plan,
              around,
              REPORT,
              report -> {},
              (page, steps) -> place.finish(plan, page, Map.of("", steps)));
      work.run(graph, new FoundRuns(plan, session, out), session);
    }
    return 0;
  }

  /**
   * The whole study once per seed of the training, and a table over them; what does not depend on
   * the seed is made once.
   *
   * @param plans by seed, at least one; they have one output
   */
  static void seeds(SortedMap<Long, StudyPlan> plans, PrintWriter out, Afterwards afterwards)
      throws IOException {
    StudyPlan any = plans.get(plans.firstKey());
    long start = System.nanoTime();
    try (LaueSession session = LaueSession.builder().open();
        Lease lease = Lease.take(session.hadoop(), any.config().study().output())) {
      Place place = new Place(session, lease, out, start);
      SortedMap<Long, AccuracyTable> tables = new TreeMap<>();
      SortedMap<Long, NumberSeedTable.Training> numbers = new TreeMap<>();
      Map<String, List<StepSummary>> steps = new LinkedHashMap<>();
      for (var plan : plans.entrySet()) {
        long seed = plan.getKey();
        String name = SeedTable.directory(seed);
        out.printf("Seed %d, %d of %d%n", seed, tables.size() + 1, plans.size());
        place
            .graph(
                plan.getValue(),
                (title, step) -> step.run(),
                REPORT + "/" + name,
                report -> {
                  tables.put(seed, report.accuracies());
                  numbers.put(seed, NumberSeedTable.Training.of(report));
                },
                (page, done) -> steps.put(name, done))
            .all();
      }
      String title = "Study “" + any.config().study().name() + "” over seeds";
      place.finish(
          any,
          any.asksForNumbers()
              ? new NumberSeedTable(title, numbers).files()
              : new SeedTable(title, tables).files(),
          steps);
      afterwards.run(session);
    }
  }

  /** One training of a sweep. */
  record Training(Sweep.Entry study, long seed, StudyPlan plan) {
    String place() {
      return study.directory() + "/" + SeedTable.directory(seed);
    }
  }

  /**
   * Every training of a sweep, and a table of scores over them; what several share is made once.
   *
   * @param file the settings of the study file itself
   * @param trainings at least one; all have one output
   */
  static void sweep(
      StudyPlan file, List<Training> trainings, PrintWriter out, Afterwards afterwards)
      throws IOException {
    Map<String, List<SweepTable.Training>> scores = new LinkedHashMap<>();
    each(
        file,
        trainings,
        out,
        (training, report) ->
            scores
                .computeIfAbsent(training.study().name(), name -> new ArrayList<>())
                .add(
                    new SweepTable.Training(
                        training.seed(),
                        training.place() + "/" + ReportFiles.PAGE,
                        report.beside().learnedFrom(),
                        report.scores(),
                        report.answers())),
        title -> new SweepTable(title, scores).files(),
        afterwards);
  }

  /** The same of numbers. */
  static void numbers(
      StudyPlan file, List<Training> trainings, PrintWriter out, Afterwards afterwards)
      throws IOException {
    Map<String, List<NumberSweepTable.Training>> errors = new LinkedHashMap<>();
    each(
        file,
        trainings,
        out,
        (training, report) ->
            errors
                .computeIfAbsent(training.study().name(), name -> new ArrayList<>())
                .add(
                    new NumberSweepTable.Training(
                        training.seed(),
                        training.place() + "/" + ReportFiles.PAGE,
                        report.beside(),
                        report.numbers())),
        title -> new NumberSweepTable(title, errors).files(),
        afterwards);
  }

  /** The same where each has a Table 1: the network's under each condition, by what is changed. */
  static void sensitivity(
      StudyPlan file, List<Training> trainings, PrintWriter out, Afterwards afterwards)
      throws IOException {
    Map<String, SortedMap<Long, AccuracyTable>> tables = new LinkedHashMap<>();
    List<TidyTable.Answered> answered = new ArrayList<>();
    each(
        file,
        trainings,
        out,
        (training, report) -> {
          AccuracyTable accuracies = report.accuracies();
          tables
              .computeIfAbsent(training.study().name(), name -> new TreeMap<>())
              .put(training.seed(), accuracies);
          answered.add(
              new TidyTable.Answered(training.study().values(), training.seed(), accuracies));
        },
        title -> {
          SortedMap<String, byte[]> files = new SensitivityTable(title, tables).files();
          files.put(TidyTable.TABLE, new TidyTable(answered).csv());
          return files;
        },
        afterwards);
  }

  private static void each(
      StudyPlan file,
      List<Training> trainings,
      PrintWriter out,
      BiConsumer<Training, StudyReport> told,
      Function<String, SortedMap<String, byte[]>> table,
      Afterwards afterwards)
      throws IOException {
    long start = System.nanoTime();
    try (LaueSession session = LaueSession.builder().open();
        Lease lease = Lease.take(session.hadoop(), file.config().study().output())) {
      Place place = new Place(session, lease, out, start);
      Map<String, List<StepSummary>> steps = new LinkedHashMap<>();
      for (Training training : trainings) {
        String study = training.study().name();
        out.printf(
            "%s, seed %d: %d of %d%n", study, training.seed(), steps.size() + 1, trainings.size());
        place
            .graph(
                training.plan(),
                (title, step) -> step.run(),
                REPORT + "/" + training.place(),
                report -> told.accept(training, report),
                (page, done) -> steps.put(training.place(), done))
            .all();
      }
      String title = "Study “" + file.config().study().name() + "”";
      place.finish(file, table.apply(title), steps);
      afterwards.run(session);
    }
  }

  /** What is done with the steps of a study that is complete, and with its page. */
  private interface End {
    void of(String page, List<StepSummary> steps) throws IOException;
  }

  /** Where studies run, one after the other, and where they tell of it. */
  private record Place(LaueSession session, Lease lease, PrintWriter out, long start) {

    StudyGraph graph(
        StudyPlan plan,
        StudyGraph.Around around,
        String report,
        Consumer<StudyReport> told,
        End end)
        throws IOException {
      // Their tables are read before anything is computed.
      Peers peers = new Peers(session, plan.config().evaluate().peers(), plan.peerColumns());
      return new StudyGraph(
          new SparkStudySteps(plan, session),
          plan,
          (runs, steps, whole) -> {
            String page = new ReportMaker(plan, session, runs, steps, peers).write(report, told);
            if (whole) {
              end.of(page, steps);
            }
            return page;
          },
          out,
          (title, step) -> {
            lease.require();
            session.describe(plan.config().study().name() + ": " + title);
            around.run(title, step);
          });
    }

    /** Several studies are complete: writes the table over them, says so and where it is. */
    void finish(StudyPlan plan, Map<String, byte[]> files, Map<String, List<StepSummary>> trainings)
        throws IOException {
      String page = ReportMaker.write(plan.place(REPORT), files, session.hadoop());
      finish(plan, page, trainings);
      out.println(page);
    }

    /** All is complete: says so, for people and for programs. */
    void finish(StudyPlan plan, String page, Map<String, List<StepSummary>> trainings)
        throws IOException {
      StudyConfig.Study study = plan.config().study();
      StudySummaries summaries = new StudySummaries(session.hadoop(), study.output());
      double seconds = (System.nanoTime() - start) / 1e9;
      StudySummary summary =
          StudySummary.now(study.name(), summaries.output(), seconds, page, trainings);
      summaries.write(summary);
      out.println(summary.line());
    }
  }
}
