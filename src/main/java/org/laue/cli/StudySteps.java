package org.laue.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.laue.defects.DefectKind;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.evaluation.Method;
import org.laue.learning.LearningCurve;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Tier;
import org.laue.spark.BaselineSettings;
import org.laue.spark.BaselineStep;
import org.laue.spark.CalibrateStep;
import org.laue.spark.EvaluationSettings;
import org.laue.spark.FingerprintSettings;
import org.laue.spark.FingerprintStep;
import org.laue.spark.IngestSettings;
import org.laue.spark.IngestStep;
import org.laue.spark.LaueSession;
import org.laue.spark.PredictSettings;
import org.laue.spark.PredictStep;
import org.laue.spark.PrototypesSettings;
import org.laue.spark.PrototypesStep;
import org.laue.spark.SplitSettings;
import org.laue.spark.SplitStep;
import org.laue.spark.StepSummary;
import org.laue.spark.TrainSettings;
import org.laue.spark.TrainStep;
import org.laue.spark.TrainingViewSettings;
import org.laue.spark.TrainingViewsStep;
import org.laue.spark.VariantSettings;
import org.laue.structure.ClassScheme;
import org.laue.study.ConfigBinder;
import org.laue.study.StudyConfig;
import org.laue.symmetry.operations.SpglibCompat;

/**
 * The steps of a study, each with its settings from the study's tree and its place below the
 * study's directory: {@code embedded/} (the pristine set), {@code defects/} (its variants), {@code
 * real/} (what was read), {@code model/}.
 */
public final class StudySteps {
  /** Place of the variants on the paper's road. */
  static final String DEFECTS = "defects";

  /** Place of the same variants on the product's road. */
  static final String UNKNOWN = "unknown";

  private final StudyConfig config;
  private final LaueSession session;
  private final ClassScheme classes;

  StudySteps(StudyConfig config, LaueSession session) {
    this.config = config;
    this.session = session;
    this.classes = ClassScheme.load(config.classes());
  }

  StudyConfig config() {
    return config;
  }

  public LaueSession session() {
    return session;
  }

  String place(String name) {
    return config.study().output() + "/" + name;
  }

  String model() {
    return place("model");
  }

  String split() {
    return config.train().split().name().toLowerCase(Locale.ROOT);
  }

  StepSummary prototypes() throws IOException {
    StudyConfig.Prototypes wanted = config.prototypes();
    PrototypeSettings settings =
        PrototypeSettings.parse(classes, wanted.proportions(), wanted.size(), config.study().seed())
            .withTier(constant(Tier.class, wanted.tier(), "prototypes.tier"));
    return new PrototypesStep(session)
        .run(new PrototypesSettings(settings, place("embedded"), config.study().partitions()));
  }

  StepSummary ingest() throws IOException {
    StudyConfig.Ingest ingest = config.ingest();
    return new IngestStep(session)
        .run(
            IngestSettings.of(ingest.inputs(), place("real"))
                .withClasses(classes)
                .withLabelSymprec(ingest.symprec(), ingest.angleTolerance())
                .withPartitions(config.study().partitions()));
  }

  /** Whether the study's directory holds structures from files. */
  boolean hasIngested() throws IOException {
    Path table = new Path(place("real/structures"));
    return table.getFileSystem(session.hadoop()).exists(table);
  }

  StepSummary pristine() throws IOException {
    return fingerprints(pristineVariants(), "embedded");
  }

  private VariantSettings pristineVariants() {
    return VariantSettings.pristine(place("embedded/structures"), parameters());
  }

  StepSummary splits() throws IOException {
    StudyConfig.Train train = config.train();
    return new SplitStep(session)
        .run(
            SplitSettings.of(
                    place("embedded/structures"), place("embedded/fingerprints"), place("embedded"))
                .withTest(train.testFraction(), train.seed())
                .withNearDuplicate(train.nearDuplicate()));
  }

  /** The images of the training crystals that the network is shown. */
  StepSummary views() throws IOException {
    return new TrainingViewsStep(session).run(viewSettings());
  }

  private TrainingViewSettings viewSettings() {
    StudyConfig.Train train = config.train();
    return new TrainingViewSettings(
        place("embedded/structures"),
        place("embedded/splits"),
        split(),
        parameters(),
        config.study().seed(),
        train.epochs(),
        train.lengthJitter(),
        train.drawCorners(),
        train.leastShare(),
        place("model/views"),
        config.study().partitions());
  }

  StepSummary train(Consumer<LearningCurve.Point> listener) throws IOException {
    StudyConfig.Train train = config.train();
    return new TrainStep(session)
        .run(
            new TrainSettings(
                classes,
                place("model/views/fingerprints"),
                place("embedded/fingerprints"),
                place("embedded/splits"),
                split(),
                model(),
                train.seed(),
                viewSettings().passes(),
                train.batchSize(),
                train.learningRate(),
                train.workers(),
                train.averagingFrequency()),
            listener);
  }

  /** Damaged training crystals, by which the model tells known from unknown. */
  StepSummary damaged() throws IOException {
    List<DefectSpec> specs =
        List.of(DefectSpec.parse("vacancy 0.4", ""), DefectSpec.parse("displacement 0.06", ""));
    VariantSettings variants =
        pristineVariants()
            .withDefects(specs, 1, config.study().seed())
            .only(new VariantSettings.Side(place("embedded/splits"), split(), "train"));
    return fingerprints(variants, "model/damaged");
  }

  StepSummary calibrate() throws IOException {
    return new CalibrateStep(session)
        .run(
            model(),
            place("embedded/fingerprints"),
            place("model/damaged/fingerprints"),
            place("embedded/splits"),
            split());
  }

  StepSummary defects() throws IOException {
    return fingerprints(defectiveVariants(), DEFECTS);
  }

  /** The same variants, of which nothing is told but their atoms and their supercell. */
  StepSummary unknownDefects() throws IOException {
    double symprec = config.fingerprint().realCellSymprec();
    return fingerprints(defectiveVariants().preparedAt(symprec), UNKNOWN);
  }

  boolean goesTheProductsRoad() {
    return config.evaluate().productRoad();
  }

  /**
   * Pristine crystals come first, so that each table of the study holds a row of every condition.
   */
  private VariantSettings defectiveVariants() {
    VariantSettings all =
        pristineVariants()
            .withDefects(specs(), config.defects().replicates(), config.study().seed());
    return side()
        .map(name -> all.only(new VariantSettings.Side(place("embedded/splits"), split(), name)))
        .orElse(all);
  }

  /** The side of the split whose variants count, or empty for all structures. */
  Optional<String> side() {
    return config.evaluate().structures() == StudyConfig.Structures.TEST
        ? Optional.of("test")
        : Optional.empty();
  }

  StepSummary baseline() throws IOException {
    List<BaselineSettings.Level> levels =
        config.baseline().settings().stream()
            .map(name -> constant(BaselineSettings.Level.class, name, "baseline.settings"))
            .toList();
    List<SpglibCompat> compats =
        config.baseline().compat().stream()
            .map(name -> constant(SpglibCompat.class, name, "baseline.compat"))
            .toList();
    return new BaselineStep(session)
        .run(
            new BaselineSettings(
                defectiveVariants(),
                levels,
                compats,
                classes,
                place("defects"),
                config.study().partitions()));
  }

  StepSummary predict(String place) throws IOException {
    return new PredictStep(session)
        .run(
            PredictSettings.of(place(place + "/fingerprints"), model(), place(place))
                .withPartitions(config.study().partitions()));
  }

  /** Fingerprints of what was read, with the atoms it has. */
  StepSummary real() throws IOException {
    VariantSettings variants =
        VariantSettings.pristine(
                place("real/structures"),
                parameters().withCellSymprec(config.fingerprint().realCellSymprec()))
            .ofEverythingAsGiven();
    return fingerprints(variants, "real");
  }

  EvaluationSettings evaluation() {
    Map<Method, String> predictions = new EnumMap<>(Method.class);
    predictions.put(Method.CONVNET, place(DEFECTS + "/predictions"));
    if (goesTheProductsRoad()) {
      predictions.put(Method.CONVNET_PRODUCT, place(UNKNOWN + "/predictions"));
    }
    return new EvaluationSettings(
        predictions,
        List.of(place("defects/baselines")),
        place("embedded/splits"),
        split(),
        classes,
        side());
  }

  private StepSummary fingerprints(VariantSettings variants, String place) throws IOException {
    return new FingerprintStep(session)
        .run(
            FingerprintSettings.of(variants, place(place))
                .withPartitions(config.study().partitions()));
  }

  private FingerprintParameters parameters() {
    StudyConfig.Fingerprint f = config.fingerprint();
    return FingerprintParameters.defaults()
        .withTargetAtoms(f.targetAtoms())
        .withRing(f.innerRadius(), f.outerRadius())
        .withBondLength(constant(BondLength.class, f.bondLength(), "fingerprint.bond-length"))
        .withCellSymprec(f.cellSymprec());
  }

  /** All conditions of the study, pristine first. */
  private List<DefectSpec> specs() {
    StudyConfig.Defects defects = config.defects();
    List<DefectSpec> specs = new ArrayList<>(List.of(DefectSpec.PRISTINE));
    specs.addAll(specs(DefectKind.DISPLACEMENT, strings(defects.displacements()), "displacements"));
    specs.addAll(specs(DefectKind.VACANCY, strings(defects.vacancies()), "vacancies"));
    specs.addAll(specs(DefectKind.SUBSTITUTION, defects.substitutions(), "substitutions"));
    List<String> other = defects.other();
    for (int i = 0; i < other.size(); i++) {
      specs.add(DefectSpec.parse(other.get(i), "defects.other[" + i + "]"));
    }
    return specs;
  }

  /** Conditions to draw: pristine, then the strongest of each kind, then the rest. */
  List<String> exampleDefects(int count) {
    List<DefectSpec> all = specs();
    Map<DefectKind, DefectSpec> strongest = new LinkedHashMap<>();
    all.forEach(spec -> strongest.put(spec.kind(), spec));
    Set<DefectSpec> chosen = new LinkedHashSet<>(strongest.values());
    chosen.addAll(all);
    return chosen.stream().limit(count).map(DefectSpec::canonical).toList();
  }

  private static List<DefectSpec> specs(DefectKind kind, List<String> texts, String list) {
    List<DefectSpec> specs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      specs.add(DefectSpec.parse(kind, texts.get(i), "defects." + list + "[" + i + "]"));
    }
    return specs;
  }

  private static List<String> strings(List<Double> values) {
    return values.stream().map(value -> Double.toString(value)).toList();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text, String key) {
    return ConfigBinder.constant(type, text, key);
  }
}
