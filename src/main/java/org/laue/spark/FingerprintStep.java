package org.laue.spark;

import java.io.IOException;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.ImageLikeness;
import org.laue.descriptors.image.Imaging;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Structures to fingerprints: every variant of every structure as a diffraction image. */
public final class FingerprintStep {
  private static final String NAME = "fingerprint";

  /** About 50 MB of pixels: seconds of work. */
  private static final int VARIANTS_PER_PART = 1024;

  private final LaueSession session;

  public FingerprintStep(LaueSession session) {
    this.session = session;
  }

  /** Writes {@code <output>/fingerprints}; what has no fingerprint goes to its rejects. */
  public StepSummary run(FingerprintSettings settings) throws IOException {
    CompleteRun structures = settings.variants().structures();
    OneSide side = OneSide.of(settings.variants().side());
    Provenance provenance =
        Versions.provenance(session, NAME, settings.variants().toMap(), side.inputs(structures));
    Images work = new Images(settings.variants(), structures, side);
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), structures.manifest().rows(), "structures");
    return new TableRun(session, settings.output(), TableSchemas.FINGERPRINTS, provenance)
        .reading(settings.variants().inputs())
        .run(plan, work);
  }

  private static final class Images extends VariantWork {
    private static final long serialVersionUID = 1L;

    Images(VariantSettings settings, CompleteRun structures, OneSide side) {
      super(settings, structures, side, VARIANTS_PER_PART);
    }

    @Override
    void write(Variant variant, VariantCells cells, PartOutput out) throws IOException {
      Imaging.Image made = cells.image(variant);
      Fingerprint image = made.fingerprint();
      float[] pixels = image.pixels();
      out.write(
          variant.row(
              TableSchemas.FINGERPRINTS,
              made.cluster().atomCount(),
              made.bondLengthAngstrom(),
              new int[] {Fingerprint.CHANNELS, image.size(), image.size()},
              new ImageLikeness(image.size()).signature(pixels),
              image.mean(),
              pixels));
    }
  }
}
