package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.training.EarlyStopping;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.ScalarTask;
import org.laue.study.StudyConfig;
import org.laue.study.StudyPlan;
import org.laue.study.StudySteps;
import org.laue.tables.rows.Splits;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.StepSummary;

/**
 * The steps of a study on Spark, each with its settings from the plan and its place below the
 * study's directory: {@code embedded/} (the pristine set), {@code training/} (weights and damaged
 * crystals), {@code model/}, {@code defects/} (the variants), {@code unknown/} (the same on the
 * product's road), {@code real/} (what was read).
 */
public final class SparkStudySteps implements StudySteps {
  private static final String EMBEDDED = "embedded";
  private static final String TRAINING = "training";
  private static final String DEFECTS = "defects";
  private static final String UNKNOWN = "unknown";
  private static final String REAL = "real";

  /** What a model shall still count as known. */
  private static final List<DefectSpec> DAMAGE =
      List.of(DefectSpec.parse("vacancy 0.4", ""), DefectSpec.parse("displacement 0.06", ""));

  private final StudyPlan plan;
  private final StudyConfig config;
  private final LaueSession session;

  public SparkStudySteps(StudyPlan plan, LaueSession session) {
    this.plan = plan;
    this.config = plan.config();
    this.session = session;
    session.hadoop().setDouble(StructureLimit.KEY, config.study().timeLimit());
  }

  @Override
  public StepSummary prototypes() throws IOException {
    return new PrototypesStep(session).run(plan.prototypes(), plan.place(EMBEDDED), partitions());
  }

  @Override
  public void requireInputs() {
    if (!config.ingest().inputs().isEmpty()) {
      new IngestStep(session).find(ingestSettings());
    }
  }

  @Override
  public StepSummary ingest() throws IOException {
    return new IngestStep(session).run(ingestSettings());
  }

  private IngestSettings ingestSettings() {
    StudyConfig.Ingest ingest = config.ingest();
    return IngestSettings.of(ingest.inputs(), plan.place(REAL))
        .withClasses(plan.classes())
        .withProperty(plan.labelProperty(), config.labels().flag())
        .withTables(ingest.labels())
        .withLabelSymprec(ingest.symprec(), ingest.angleTolerance())
        .withPartitions(partitions());
  }

  @Override
  public StepSummary pristine(CompleteRun structures) throws IOException {
    return described(pristineVariants(structures), plan.descriptor(), EMBEDDED);
  }

  @Override
  public StepSummary targets(CompleteRun structures) throws IOException {
    ScalarTask numbers = (ScalarTask) plan.task();
    return new TargetsStep(session)
        .run(new TargetSettings(structures, numbers, plan.place(EMBEDDED), partitions()));
  }

  @Override
  public StepSummary splits(
      CompleteRun structures, CompleteRun pristine, Optional<CompleteRun> targets)
      throws IOException {
    StudyConfig.Train train = config.train();
    StepSummary split =
        new SplitStep(session)
            .run(
                SplitSettings.of(structures, plan.place(EMBEDDED))
                    .withTest(train.testFraction(), train.splitSeed())
                    .withValidation(train.validationFraction())
                    .withSides(train.sides())
                    .withTrainShare(train.share())
                    .withTargets(targets)
                    .asSeen(pristine, train.nearDuplicate()));
    Learnable.require(session, split.run(), plan);
    return split;
  }

  @Override
  public StepSummary views(CompleteRun structures, CompleteRun splits) throws IOException {
    return new TrainingViewsStep(session).run(viewSettings(structures, splits));
  }

  private TrainingViewSettings viewSettings(CompleteRun structures, CompleteRun splits) {
    StudyConfig.Train train = config.train();
    return new TrainingViewSettings(
        structures,
        splits,
        plan.split(),
        plan.descriptor(),
        config.study().seed(),
        train.epochs(),
        drawing(),
        train.leastShare(),
        plan.place(TRAINING + "/views"),
        partitions());
  }

  /** These are drawn of images; what is drawn of a cloud is its network's affair. */
  private ViewDrawing drawing() {
    StudyConfig.Train train = config.train();
    return plan.descriptor() instanceof Imaging
        ? new ViewDrawing(
            train.lengthJitter(), train.drawCorners(), train.drawFaces(), train.background())
        : ViewDrawing.NONE;
  }

  @Override
  public StepSummary train(
      CompleteRun views,
      CompleteRun pristine,
      CompleteRun splits,
      Optional<CompleteRun> targets,
      Consumer<LearningCurve.Point> listener)
      throws IOException {
    StudyConfig.Train train = config.train();
    return new TrainStep(session)
        .run(
            new TrainSettings(
                plan.task(),
                train.network(),
                views,
                pristine,
                splits,
                targets,
                plan.split(),
                plan.place(TRAINING),
                train.seed(),
                TrainingViewSettings.passes(train.epochs(), drawing()),
                train.batchSize(),
                train.learningRate(),
                train.workers(),
                train.averagingFrequency(),
                train.dropout(),
                new EarlyStopping(train.earlyStopping(), train.epochs())),
            listener);
  }

  @Override
  public StepSummary damaged(CompleteRun structures, CompleteRun splits) throws IOException {
    VariantSettings variants =
        pristineVariants(structures)
            .withDefects(damage(), 1, config.study().seed())
            .only(new VariantSettings.Side(splits, plan.split(), Splits.TRAIN));
    return described(variants, plan.descriptor(), TRAINING + "/damaged");
  }

  /** A cell of hundreds of atoms without symmetry is no crystal to who looks at cells. */
  private List<DefectSpec> damage() {
    return plan.takesStructuresAsGiven() ? List.of(DefectSpec.PRISTINE) : DAMAGE;
  }

  @Override
  public StepSummary calibrate(
      CompleteRun weights, CompleteRun pristine, CompleteRun damaged, CompleteRun splits)
      throws IOException {
    return new CalibrateStep(session)
        .run(
            new CalibrateSettings(
                weights, pristine, damaged, splits, plan.split(), config.study().output()));
  }

  @Override
  public StepSummary variants(CompleteRun structures, CompleteRun splits) throws IOException {
    return described(allVariants(structures, splits), plan.descriptor(), DEFECTS);
  }

  /**
   * Pristine crystals come first, so that each table of the study holds a row of every condition.
   */
  private VariantSettings allVariants(CompleteRun structures, CompleteRun splits) {
    VariantSettings all =
        pristineVariants(structures)
            .withDefects(plan.conditions(), config.defects().replicates(), config.study().seed());
    return plan.side()
        .map(name -> all.only(new VariantSettings.Side(splits, plan.split(), name)))
        .orElse(all);
  }

  @Override
  public StepSummary baseline(CompleteRun structures, CompleteRun splits) throws IOException {
    return new BaselineStep(session)
        .run(
            new BaselineSettings(
                allVariants(structures, splits),
                plan.levels(),
                plan.compats(),
                plan.config().baseline().parentShare(),
                plan.classes(),
                plan.place(DEFECTS),
                partitions()));
  }

  @Override
  public StepSummary predict(
      CompleteRun variants, CompleteRun model, CompleteRun splits, Optional<CompleteRun> targets)
      throws IOException {
    return predictions(variants, model, truth(splits, targets), DEFECTS);
  }

  @Override
  public StepSummary unknownVariants(CompleteRun structures, CompleteRun splits)
      throws IOException {
    VariantSettings variants = allVariants(structures, splits).ofUnknownOrigin();
    return described(variants, plan.realDescriptor(), UNKNOWN);
  }

  @Override
  public StepSummary predictUnknown(
      CompleteRun variants, CompleteRun model, CompleteRun splits, Optional<CompleteRun> targets)
      throws IOException {
    return predictions(variants, model, truth(splits, targets), UNKNOWN);
  }

  @Override
  public StepSummary real(CompleteRun ingested) throws IOException {
    VariantSettings variants =
        VariantSettings.pristine(ingested, supercell()).ofEverythingAsGiven();
    return described(variants, plan.realDescriptor(), REAL);
  }

  @Override
  public StepSummary predictReal(CompleteRun described, CompleteRun model) throws IOException {
    return predictions(described, model, Optional.empty(), REAL);
  }

  private Optional<PredictSettings.Truth> truth(CompleteRun splits, Optional<CompleteRun> targets) {
    return targets.map(run -> new PredictSettings.Truth(run, splits, plan.split()));
  }

  private StepSummary predictions(
      CompleteRun described, CompleteRun model, Optional<PredictSettings.Truth> truth, String place)
      throws IOException {
    return new PredictStep(session)
        .run(
            PredictSettings.of(described, model, plan.place(place))
                .withTruth(truth)
                .withPartitions(partitions()));
  }

  private StepSummary described(VariantSettings variants, Descriptor descriptor, String place)
      throws IOException {
    return new DescribeStep(session)
        .run(
            DescribeSettings.of(variants, descriptor, plan.place(place))
                .withPartitions(partitions()));
  }

  private VariantSettings pristineVariants(CompleteRun structures) {
    VariantSettings variants = VariantSettings.pristine(structures, supercell());
    VariantSettings asked = plan.asksForNumbers() ? variants.ofEverything() : variants;
    return plan.takesStructuresAsGiven() ? asked.withAtomsAsGiven() : asked;
  }

  private SupercellSettings supercell() {
    return new SupercellSettings(
        config.fingerprint().targetAtoms(), config.fingerprint().cellSymprec());
  }

  private int partitions() {
    return config.study().partitions();
  }
}
