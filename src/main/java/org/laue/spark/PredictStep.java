package org.laue.spark;

import java.io.IOException;
import java.util.Map;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.CrystalModel;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.Runs;

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
    CompleteRun images = Runs.open(session.hadoop(), settings.fingerprints());
    CrystalModel model = CrystalModel.load(HadoopModelFiles.at(session.hadoop(), settings.model()));
    model.requireFingerprints(comparable(images, model));
    String identity = ModelIdentity.of(model);
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            Map.of("predict.batch", Integer.toString(PredictWork.BATCH)),
            Map.of("fingerprints", images.manifest().contentHash(), "model", identity));
    PredictWork work =
        new PredictWork(RowRange.split(images, IMAGES_PER_PART), settings.model(), identity);
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), images.manifest().rows(), "fingerprints");
    return new TableRun(session, settings.output(), TableSchemas.PREDICTIONS, provenance)
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
