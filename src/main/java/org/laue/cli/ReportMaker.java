package org.laue.cli;

import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.api.HadoopModelFiles;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.Condition;
import org.laue.evaluation.InsideView;
import org.laue.evaluation.Method;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.ShapeMistake;
import org.laue.learning.CrystalModel;
import org.laue.learning.convnet.Inference;
import org.laue.learning.sen.SenInference;
import org.laue.reports.ReportFiles;
import org.laue.reports.StudyReport;
import org.laue.spark.CriticalPoints;
import org.laue.spark.EvaluateStep;
import org.laue.spark.EvaluationSettings;
import org.laue.spark.Examples;
import org.laue.spark.Floor;
import org.laue.spark.Frames;
import org.laue.spark.InsideLook;
import org.laue.spark.LaueSession;
import org.laue.spark.NumberEvaluation;
import org.laue.spark.Peers;
import org.laue.spark.PseudoSymmetry;
import org.laue.spark.RealCrystalCounts;
import org.laue.study.StudyPlan;
import org.laue.study.StudyRuns;
import org.laue.tables.NewFile;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.StepSummary;

/** Gathers what a study's tables say into the report's values. */
final class ReportMaker {
  private static final int DIFFERENCES_SHOWN = 6;

  private final StudyPlan plan;
  private final LaueSession session;
  private final StudyRuns runs;
  private final List<StepSummary> summaries;
  private final Peers peers;

  /**
   * @param peers who stand beside the network
   */
  ReportMaker(
      StudyPlan plan,
      LaueSession session,
      StudyRuns runs,
      List<StepSummary> summaries,
      Peers peers) {
    this.plan = plan;
    this.session = session;
    this.peers = peers;
    this.runs = runs;
    this.summaries = List.copyOf(summaries);
  }

  /**
   * Writes the report and says where its page is.
   *
   * @param directory below the study's
   * @param told what the report shows
   */
  String write(String directory, Consumer<StudyReport> told) throws IOException {
    StudyReport report = report();
    told.accept(report);
    return write(plan.place(directory), ReportFiles.of(report), session.hadoop());
  }

  /** Writes the files of a report, whose page is among them, and says where that is. */
  static String write(String directory, Map<String, byte[]> files, Configuration hadoop)
      throws IOException {
    for (var file : files.entrySet()) {
      Path path = new Path(directory, file.getKey());
      try (OutputStream stream = NewFile.create(path.getFileSystem(hadoop), path)) {
        stream.write(file.getValue());
      }
    }
    return Locations.shown(new Path(directory, ReportFiles.PAGE).toString());
  }

  private StudyReport report() throws IOException {
    session.check(List.of(runs.model()));
    CrystalModel model =
        CrystalModel.load(HadoopModelFiles.at(session.hadoop(), runs.model().path().toString()));
    Optional<EvaluateStep> evaluation =
        plan.asksForNumbers()
            ? Optional.empty()
            : Optional.of(new EvaluateStep(session, evaluation()));
    Optional<ClassAnswers> answers =
        plan.isScored()
            ? Optional.of(floor().answers(runs.predictions(), runs.splits(), plan.split()))
            : Optional.empty();
    return new StudyReport(
        title(),
        scope(),
        evaluation.isPresent() ? evaluation.get().accuracies() : new AccuracyTable(),
        evaluation.isPresent() ? evaluation.get().confusions() : Map.of(),
        plan.asksForNumbers() ? new NumberEvaluation(session).rows(runs.predictions()) : List.of(),
        plan.asksForNumbers()
            ? new NumberEvaluation(session).answers(runs.predictions(), runs.structures())
            : List.of(),
        inside(model),
        answers.isPresent() ? scores(answers.get()) : List.of(),
        answers,
        beside(),
        examples(model),
        summaries.stream().map(this::step).toList(),
        learning(model),
        runs.real().isPresent() && !plan.asksForNumbers()
            ? Optional.of(real(runs.real().get()))
            : Optional.empty(),
        facts(model));
  }

  private Optional<InsideView> inside(CrystalModel model) throws IOException {
    return plan.asksForNumbers() && model.network() instanceof SenInference network
        ? Optional.of(
            new InsideLook(session, model, network).of(runs.predictions(), runs.structures()))
        : Optional.empty();
  }

  /** The network beside those that hardly look. */
  private List<ClassScore> scores(ClassAnswers answers) throws IOException {
    List<ClassScore> scores = new ArrayList<>();
    scores.add(answers.score(plan.config().train().network()));
    scores.addAll(floor().scores(runs.structures(), runs.splits(), plan.split()));
    scores.addAll(
        peers.scores(
            plan.classes(), runs.structures(), runs.predictions(), runs.splits(), plan.split()));
    return scores;
  }

  private StudyReport.Beside beside() throws IOException {
    return new StudyReport.Beside(
        plan.config().train().network(),
        Frames.read(session, runs.splits(), TableSchemas.SPLITS)
            .filter(col(plan.split()).equalTo(Splits.TRAIN))
            .count(),
        plan.asksForNumbers() ? peers.errors(runs.structures(), runs.predictions()) : List.of(),
        mistakes());
  }

  /** Wrong crystal systems, where these are asked for. */
  private List<ShapeMistake> mistakes() throws IOException {
    Optional<PseudoSymmetry> shapes =
        plan.isScored()
            ? PseudoSymmetry.of(session, plan.classes(), plan.config().ingest().symprec())
            : Optional.empty();
    return shapes.isEmpty()
        ? List.of()
        : shapes.get().mistakes(runs.structures(), runs.predictions(), runs.splits(), plan.split());
  }

  private Floor floor() {
    return new Floor(session, plan.classes(), plan.config().ingest().symprec());
  }

  /** Whether there are images, with a class said of each. */
  private boolean pictures() {
    return plan.descriptor() instanceof Imaging && !plan.asksForNumbers();
  }

  private EvaluationSettings evaluation() {
    Map<Method, CompleteRun> predictions = new EnumMap<>(Method.class);
    predictions.put(Method.CONVNET, runs.predictions());
    runs.unknown().ifPresent(run -> predictions.put(Method.CONVNET_PRODUCT, run));
    return new EvaluationSettings(
        predictions,
        runs.baselines().stream().toList(),
        runs.splits(),
        plan.split(),
        plan.classes(),
        plan.side());
  }

  private String title() {
    return "What crystal is it? Study “" + plan.config().study().name() + "”";
  }

  private String scope() {
    String split = plan.split();
    boolean all = plan.side().isEmpty();
    if (plan.learnsFromFiles()) {
      return "Crystals that were read from files, %s split; it learned from those of the training side."
          .formatted(split);
    }
    return (all
            ? "All crystals of the embedded set and their defective variants, as in the paper;"
                + " the network learned from the pristine training crystals among them."
            : "Crystals that the network never saw, and their defective variants; it learned from"
                + " pristine crystals alone.")
        + (split.equals("honest")
            ? " Split by prototype and parameter region, without near-duplicate images on both"
                + " sides."
            : " Random split within each class, as in the paper: it measures memory as well.");
  }

  /** After the first of each class why it is said to be what it is. */
  private List<StudyReport.Example> examples(CrystalModel model) throws IOException {
    List<StudyReport.Example> shown = new ArrayList<>();
    Set<String> explained = new HashSet<>();
    for (Examples.Example example : pictured(model)) {
      shown.add(shown(example, words(example.condition()), example.png()));
      if (example.fingerprint().isPresent()
          && model.network() instanceof Inference network
          && explained.add(example.label())) {
        String said =
            "%s: red raises %s, blue lowers it"
                .formatted(words(example.condition()), example.predicted());
        shown.add(shown(example, said, why(network, model.labels(), example)));
      }
    }
    return shown;
  }

  private static StudyReport.Example shown(Examples.Example e, String condition, byte[] png) {
    return new StudyReport.Example(
        e.label(), condition, e.formula(), e.predicted(), e.probability(), png);
  }

  private static byte[] why(Inference network, List<String> labels, Examples.Example example)
      throws IOException {
    Fingerprint image = example.fingerprint().orElseThrow();
    int[] asked = {labels.indexOf(example.predicted())};
    double[] spots = WhyPicture.spots(network, image, asked, labels.size()).get(0);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(EvidencePicture.of(image, spots, EvidencePicture.largest(spots)), "png", png);
    return png.toByteArray();
  }

  private List<Examples.Example> pictured(CrystalModel model) throws IOException {
    if (pictures()) {
      int shown = plan.config().evaluate().examplesPerClass();
      return new Examples(session)
          .of(runs.structures(), runs.variants(), runs.predictions(), plan.exampleDefects(shown));
    }
    return plan.isScored() && plan.descriptor() instanceof PointCloudGenerator
        ? new CriticalPoints(session, model.network())
            .of(runs.structures(), runs.variants(), runs.predictions())
        : List.of();
  }

  /** For instance {@code vacancies 25 %}. */
  private static String words(Condition condition) {
    double level = condition.level();
    return switch (condition.defect()) {
      case "pristine" -> "pristine";
      case "displacement" -> "σ = " + level + " Å";
      case "vacancy" -> percent(level) + " vacancies";
      case "substitution" -> percent(level) + " substituted";
      default -> condition.detail();
    };
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }

  private StudyReport.Step step(StepSummary summary) {
    Map<String, Long> rejected =
        summary.rejected() == 0 ? Map.of() : Map.of("see its rejects", summary.rejected());
    return new StudyReport.Step(
        summary.step() + " → " + shortPath(summary.path()),
        summary.in(),
        summary.out(),
        rejected,
        summary.run().manifest().seconds());
  }

  private String shortPath(String path) {
    String output = plan.config().study().output();
    int cut = path.indexOf(output);
    return Locations.shown(cut < 0 ? path : path.substring(cut + output.length() + 1));
  }

  private static List<StudyReport.LearningPoint> learning(CrystalModel model) {
    return model.learningCurve().points().stream()
        .map(
            p ->
                new StudyReport.LearningPoint(
                    p.round(),
                    p.batches(),
                    p.trainLoss(),
                    100 * p.trainAccuracy(),
                    100 * p.testAccuracy()))
        .toList();
  }

  private StudyReport.RealCrystals real(StudyRuns.Real read) throws IOException {
    RealCrystalCounts real = new RealCrystalCounts(session, read.structures());
    return new StudyReport.RealCrystals(
        accuracies(real.answers(read.predictions())),
        accuracies(real.answersByStated(read.predictions())),
        labels(real.labels()),
        real.refusals(List.of(read.structures(), read.described())).stream()
            .map(r -> new StudyReport.Reject(r.file(), r.step(), r.reason(), r.n()))
            .toList());
  }

  private record Group(String file, int spaceGroup, String label) {}

  private static List<StudyReport.SourceAccuracy> accuracies(
      List<RealCrystalCounts.Answer> answers) {
    Map<Group, List<RealCrystalCounts.Answer>> groups =
        new TreeMap<>(Comparator.comparing(Group::file).thenComparing(Group::spaceGroup));
    answers.forEach(
        a ->
            groups
                .computeIfAbsent(
                    new Group(a.file(), a.spaceGroup(), a.label()), g -> new ArrayList<>())
                .add(a));
    return groups.entrySet().stream().map(e -> accuracy(e.getKey(), e.getValue())).toList();
  }

  private static StudyReport.SourceAccuracy accuracy(
      Group group, List<RealCrystalCounts.Answer> answers) {
    long right =
        answers.stream()
            .filter(a -> a.predicted().equals(group.label()))
            .mapToLong(RealCrystalCounts.Answer::n)
            .sum();
    String mistaken =
        answers.stream()
            .filter(a -> !a.predicted().equals(group.label()))
            .map(a -> a.predicted() + " (" + a.n() + ")")
            .collect(Collectors.joining(", "));
    long n = answers.stream().mapToLong(RealCrystalCounts.Answer::n).sum();
    return new StudyReport.SourceAccuracy(
        group.file(), group.spaceGroup(), group.label(), new Proportion(right, n), mistaken);
  }

  private static List<StudyReport.LabelAgreement> labels(List<RealCrystalCounts.LabelPair> pairs) {
    Map<String, List<RealCrystalCounts.LabelPair>> byFile =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    RealCrystalCounts.LabelPair::file, TreeMap::new, Collectors.toList()));
    return byFile.entrySet().stream().map(e -> agreement(e.getKey(), e.getValue())).toList();
  }

  private static StudyReport.LabelAgreement agreement(
      String file, List<RealCrystalCounts.LabelPair> pairs) {
    List<RealCrystalCounts.LabelPair> different =
        pairs.stream().filter(p -> p.found() == null || p.found() != p.stated()).toList();
    long all = pairs.stream().mapToLong(RealCrystalCounts.LabelPair::n).sum();
    long unequal = different.stream().mapToLong(RealCrystalCounts.LabelPair::n).sum();
    String shown =
        different.stream()
            .limit(DIFFERENCES_SHOWN)
            .map(
                p ->
                    p.stated()
                        + " → "
                        + (p.found() == null ? "none" : p.found())
                        + " ("
                        + p.n()
                        + ")")
            .collect(Collectors.joining(", "));
    boolean more = different.size() > DIFFERENCES_SHOWN;
    return new StudyReport.LabelAgreement(
        file, all, all - unequal, shown + (more ? ", and others" : ""));
  }

  private Map<String, String> facts(CrystalModel model) {
    Map<String, String> facts = new LinkedHashMap<>();
    model.description().provenance().forEach(facts::put);
    summaries.stream()
        .filter(s -> s.step().equals("split"))
        .forEach(
            s -> new TreeMap<>(s.counts()).forEach((what, n) -> facts.put(what, n.toString())));
    summaries.stream()
        .filter(s -> s.step().equals("ingest"))
        .forEach(
            s ->
                new TreeMap<>(s.counts())
                    .forEach((what, n) -> facts.put("ingest, " + what, n.toString())));
    facts.put("settings", Locations.shown(plan.config().toString()));
    return facts;
  }
}
