package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.laue.learning.CrystalModel;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Asks a model about every fingerprint of a table. */
public final class PredictStep {
  private static final String NAME = "predict";

  /** Seconds of work. */
  private static final int IMAGES_PER_PART = 1024;

  private final LaueSession session;

  public PredictStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes {@code <output>/predictions}: a row for each fingerprint.
   *
   * @throws org.laue.UserException if the model was trained on fingerprints made otherwise
   */
  public StepSummary run(PredictSettings settings) throws IOException {
    CompleteRun images = settings.fingerprints();
    session.check(List.of(settings.model()));
    String location = settings.model().path().toString();
    String content = settings.model().contentHash();
    CrystalModel model = LoadedModels.load(session.hadoop(), location, content);
    model.requireFingerprints(comparable(images, model));
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            Map.of("predict.batch", Integer.toString(PredictWork.BATCH)),
            Map.of("fingerprints", images.contentHash(), "model", content));
    PredictWork work = new PredictWork(RowRange.split(images, IMAGES_PER_PART), location, content);
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), images.manifest().rows(), "fingerprints");
    return new TableRun(session, settings.output(), TableSchemas.PREDICTIONS, provenance)
        .reading(List.of(images))
        .run(plan, work);
  }

  /**
   * The parameters of the images as the model must have known them. How exact a structure's cell
   * is, is a property of the structure: its tolerance may differ.
   */
  private static Map<String, String> comparable(CompleteRun images, CrystalModel model) {
    Map<String, String> parameters = TrainStep.fingerprintParameters(images);
    String tolerance = "cellSymprec";
    parameters.computeIfPresent(
        tolerance, (key, own) -> model.fingerprintParameters().getOrDefault(key, own));
    return parameters;
  }
}
