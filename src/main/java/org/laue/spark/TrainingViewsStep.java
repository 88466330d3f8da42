package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.laue.Kernel;
import org.laue.StableRandom;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.ImageLikeness;
import org.laue.descriptors.image.Speckle;
import org.laue.descriptors.image.Supercells;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/**
 * The images that the network learns from: pristine crystals of the training side, each several
 * times, at length scales, cell corners, faces and backgrounds that differ. No atom is missing or
 * moved.
 */
public final class TrainingViewsStep {
  private static final String NAME = "views";

  /** About 50 MB of pixels: seconds of work. */
  private static final int VIEWS_PER_PART = 1024;

  private final LaueSession session;

  public TrainingViewsStep(LaueSession session) {
    this.session = session;
  }

  /** Writes {@code <output>/fingerprints}; the replicate is the number of the view. */
  public StepSummary run(TrainingViewSettings settings) throws IOException {
    CompleteRun structures = settings.structures();
    OneSide train =
        OneSide.of(new VariantSettings.Side(settings.splits(), settings.split(), Splits.TRAIN));
    Provenance provenance =
        Versions.provenance(session, NAME, settings.toMap(), train.inputs(structures));
    Views work = new Views(settings, structures, train, viewsByLabel(settings));
    TableRun.Plan plan =
        new TableRun.Plan(
            work.ranges.size(), settings.partitions(), structures.manifest().rows(), "structures");
    return new TableRun(session, settings.output(), TableSchemas.FINGERPRINTS, provenance)
        .reading(List.of(structures, settings.splits()))
        .run(plan, work);
  }

  private HashMap<String, Integer> viewsByLabel(TrainingViewSettings settings) throws IOException {
    HashMap<String, Long> counts = new HashMap<>();
    Frames.read(session, settings.splits(), TableSchemas.SPLITS)
        .filter(org.apache.spark.sql.functions.col(settings.split()).equalTo(Splits.TRAIN))
        .groupBy("label")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    HashMap<String, Integer> views = new HashMap<>();
    counts.forEach((label, count) -> views.put(label, settings.views(count, total)));
    return views;
  }

  private static final class Views implements PartWork {
    private static final long serialVersionUID = 1L;
    private static final TableSchema COLUMNS =
        TableSchemas.STRUCTURES.select(
            "structure_id", "label", "lattice", "atomic_numbers", "fractional");

    private final ArrayList<RowRange> ranges;
    private final HashMap<String, String> parameters;
    private final OneSide train;
    private final HashMap<String, Integer> views;
    private final long seed;
    private final double lengthJitter;
    private final boolean drawCorners;
    private final boolean drawFaces;
    private final double background;

    Views(
        TrainingViewSettings settings,
        CompleteRun structures,
        OneSide train,
        HashMap<String, Integer> views) {
      this.ranges = RowRange.split(structures, Math.max(1, VIEWS_PER_PART / settings.views()));
      this.parameters = new HashMap<>(settings.parameters().toMap());
      this.train = train;
      this.views = views;
      this.seed = settings.seed();
      this.lengthJitter = settings.lengthJitter();
      this.drawCorners = settings.drawCorners();
      this.drawFaces = settings.drawFaces();
      this.background = settings.background();
    }

    @Override
    public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
        throws IOException {
      FingerprintGenerator generator =
          new FingerprintGenerator(FingerprintParameters.ofMap(parameters));
      RowRange range = ranges.get(part);
      Predicate<String> chosen = train.ids(hadoop);
      try (TableReader reader = new TableReader(hadoop, COLUMNS, range.files())) {
        reader.skip(range.first());
        for (long i = 0; i < range.count(); i++) {
          TableRow row = reader.read();
          if (chosen.test(row.text("structure_id"))) {
            out.count("in", 1);
            writeViews(row, generator, out);
          }
          progress.accept(1);
        }
      }
    }

    private void writeViews(TableRow row, FingerprintGenerator generator, PartOutput out)
        throws IOException {
      List<Crystal> corners =
          Kernel.STRUCTURES.time(
              () ->
                  ClusterPreparation.supercells(StructureRow.crystal(row), generator.parameters()));
      Crystal standard = corners.get(corners.size() - 1);
      double bondLength = generator.bondLength(standard.toCluster());
      for (int view = 0; view < views.get(row.text("label")); view++) {
        long viewSeed = Seeds.of(seed, row.text("structure_id"), DefectSpec.PRISTINE, view);
        StableRandom random = new StableRandom(viewSeed);
        // The first view is the crystal as it is.
        double scale = view == 0 ? 1 : random.nextDouble(1 - lengthJitter, 1 + lengthJitter);
        Crystal seen = view == 0 ? standard : drawn(corners, random);
        // Squared: a third of the images have less than a tenth of it.
        double level = view == 0 ? 0 : background * Math.pow(random.nextDouble(), 2);
        Cluster cluster = seen.toCluster();
        double length = bondLength * scale;
        float[] pixels = generator.of(cluster, length).pixels();
        if (level > 0) {
          Speckle.add(pixels, generator.parameters().detector(), level, random);
        }
        Fingerprint image = Fingerprint.of(generator.parameters().pixels(), pixels);
        out.write(view(row, view, viewSeed, cluster.atomCount(), length, image));
      }
    }

    private Crystal drawn(List<Crystal> corners, StableRandom random) {
      int corner = drawCorners ? random.nextInt(corners.size()) : corners.size() - 1;
      boolean faces = drawFaces && random.nextInt(2) == 1;
      return faces ? Supercells.withFacesDrawn(corners.get(corner), random) : corners.get(corner);
    }

    private static TableRow view(
        TableRow row, int view, long viewSeed, int atoms, double length, Fingerprint image) {
      float[] pixels = image.pixels();
      return new Variant(
              row.text("structure_id"),
              DefectSpec.PRISTINE,
              view,
              viewSeed,
              row.text("label"),
              null)
          .row(
              TableSchemas.FINGERPRINTS,
              atoms,
              length,
              new int[] {Fingerprint.CHANNELS, image.size(), image.size()},
              new ImageLikeness(image.size()).signature(pixels),
              image.mean(),
              pixels);
    }
  }
}
