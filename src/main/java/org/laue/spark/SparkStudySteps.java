package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.ImageLikeness;
import org.laue.learning.training.LearningCurve;
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
        .withLabelSymprec(ingest.symprec(), ingest.angleTolerance())
        .withPartitions(partitions());
  }

  @Override
  public StepSummary pristine(CompleteRun structures) throws IOException {
    return fingerprints(pristineVariants(structures), EMBEDDED);
  }

  @Override
  public StepSummary splits(CompleteRun structures, CompleteRun fingerprints) throws IOException {
    StudyConfig.Train train = config.train();
    return new SplitStep(session)
        .run(
            SplitSettings.of(structures, plan.place(EMBEDDED))
                .withTest(train.testFraction(), train.seed())
                .asSeen(
                    fingerprints,
                    new ImageLikeness(plan.parameters().pixels()),
                    train.nearDuplicate()));
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
        plan.parameters(),
        config.study().seed(),
        train.epochs(),
        train.lengthJitter(),
        train.drawCorners(),
        train.drawFaces(),
        train.background(),
        train.leastShare(),
        plan.place(TRAINING + "/views"),
        partitions());
  }

  @Override
  public StepSummary train(
      CompleteRun views,
      CompleteRun fingerprints,
      CompleteRun splits,
      Consumer<LearningCurve.Point> listener)
      throws IOException {
    StudyConfig.Train train = config.train();
    return new TrainStep(session)
        .run(
            new TrainSettings(
                plan.classes(),
                views,
                fingerprints,
                splits,
                plan.split(),
                plan.place(TRAINING),
                train.seed(),
                TrainingViewSettings.passes(
                    train.epochs(),
                    train.lengthJitter(),
                    train.drawCorners(),
                    train.drawFaces(),
                    train.background()),
                train.batchSize(),
                train.learningRate(),
                train.workers(),
                train.averagingFrequency()),
            listener);
  }

  @Override
  public StepSummary damaged(CompleteRun structures, CompleteRun splits) throws IOException {
    VariantSettings variants =
        pristineVariants(structures)
            .withDefects(DAMAGE, 1, config.study().seed())
            .only(new VariantSettings.Side(splits, plan.split(), Splits.TRAIN));
    return fingerprints(variants, TRAINING + "/damaged");
  }

  @Override
  public StepSummary calibrate(
      CompleteRun weights, CompleteRun fingerprints, CompleteRun damaged, CompleteRun splits)
      throws IOException {
    return new CalibrateStep(session)
        .run(
            new CalibrateSettings(
                weights, fingerprints, damaged, splits, plan.split(), config.study().output()));
  }

  @Override
  public StepSummary variants(CompleteRun structures, CompleteRun splits) throws IOException {
    return fingerprints(allVariants(structures, splits), DEFECTS);
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
                plan.classes(),
                plan.place(DEFECTS),
                partitions()));
  }

  @Override
  public StepSummary predict(CompleteRun variants, CompleteRun model) throws IOException {
    return predictions(variants, model, DEFECTS);
  }

  @Override
  public StepSummary unknownVariants(CompleteRun structures, CompleteRun splits)
      throws IOException {
    double symprec = config.fingerprint().realCellSymprec();
    return fingerprints(allVariants(structures, splits).preparedAt(symprec), UNKNOWN);
  }

  @Override
  public StepSummary predictUnknown(CompleteRun variants, CompleteRun model) throws IOException {
    return predictions(variants, model, UNKNOWN);
  }

  @Override
  public StepSummary real(CompleteRun ingested) throws IOException {
    VariantSettings variants =
        VariantSettings.pristine(ingested, plan.realParameters()).ofEverythingAsGiven();
    return fingerprints(variants, REAL);
  }

  @Override
  public StepSummary predictReal(CompleteRun fingerprints, CompleteRun model) throws IOException {
    return predictions(fingerprints, model, REAL);
  }

  private StepSummary predictions(CompleteRun images, CompleteRun model, String place)
      throws IOException {
    return new PredictStep(session)
        .run(PredictSettings.of(images, model, plan.place(place)).withPartitions(partitions()));
  }

  private StepSummary fingerprints(VariantSettings variants, String place) throws IOException {
    return new FingerprintStep(session)
        .run(FingerprintSettings.of(variants, plan.place(place)).withPartitions(partitions()));
  }

  private VariantSettings pristineVariants(CompleteRun structures) {
    return VariantSettings.pristine(structures, plan.parameters());
  }

  private int partitions() {
    return config.study().partitions();
  }
}
