package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.Reading;
import org.laue.api.rows.StructureReader;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.scan.Boundary;
import org.laue.scan.Grain;
import org.laue.scan.KeptWork;
import org.laue.scan.LocalClass;
import org.laue.scan.PointScan;
import org.laue.scan.Scan;
import org.laue.scan.ScanResult;
import org.laue.scan.ScanSettings;
import org.laue.scan.ScanWork;
import org.laue.scan.ScannedFrame;
import org.laue.spark.LaueSession;
import org.laue.spark.SparkScanWork;
import org.laue.structure.Atoms;
import org.laue.structure.Dimensionality;
import org.laue.tables.runs.CodeHash;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code laue scan}: the local structure of every atom. */
@Command(
    name = "scan",
    description =
        "Tells for every atom which lattice it is part of, how that is turned and in which grain,"
            + " or that it is of none.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue scan dump.melt.gz",
      "  laue scan --output grains.extxyz --picture grains.png polycrystal.lmp",
      "  laue scan --grains --json polycrystal.lmp",
      "  laue scan --grid 5 --output map.parquet million.dump.gz",
      "  laue scan --truth structure labelled.extxyz.gz"
    })
final class ScanCommand implements Callable<Integer> {
  private static final int BATCH_ATOMS = 200_000;
  private static final int BATCH_FRAMES = 256;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILES",
      description = "Structure files, as of the other commands; every frame is scanned.")
  private List<String> inputs;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Answers atom by atom: .extxyz, .dump (both for OVITO) or .parquet.")
  private Path output;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "A slice coloured by class and by orientation (PNG).")
  private Path picture;

  @Option(
      names = "--skip",
      paramLabel = "FRAMES",
      description = "Leaves out the first frames: goes on where the same call was stopped.")
  private long skip;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description =
          "Keeps here what is done of a frame until the call has ended; the same call goes on with"
              + " it after a kill.")
  private Path keep;

  @Option(names = "--grains", description = "Rows are grains and boundaries in place of frames.")
  private boolean grains;

  @Option(
      names = "--truth",
      paramLabel = "KEY",
      description =
          "Compares with what the frames say of themselves under this key, beside common-neighbour"
              + " analysis; rows are methods.")
  private String truth;

  @Option(
      names = "--grain-angle",
      paramLabel = "DEGREES",
      description = "Neighbours turned by less are of one grain (default: ${DEFAULT-VALUE}).")
  private double grainAngle = ScanSettings.DEFAULT.grainAngle();

  @Option(
      names = "--smallest-grain",
      paramLabel = "ATOMS",
      description = "Smaller grains get no number (default: ${DEFAULT-VALUE}).")
  private int smallestGrain = ScanSettings.DEFAULT.smallestGrain();

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "0 for one per processor; the answer is the same (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--grid",
      paramLabel = "ANGSTROM",
      description = "Points in even steps of this length at most answer in place of the atoms.")
  private Double grid;

  @Mixin private OutputOptions style;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private OutputTable table;
  private int scanned;
  private int faults;
  private long taken;
  private ScanSettings settings;
  private final List<Reading> batch = new ArrayList<>();
  private long batchAtoms;

  @Override
  public Integer call() throws Exception {
    settings =
        new ScanSettings(
            ScanSettings.DEFAULT.step(),
            ScanSettings.DEFAULT.leastEvidence(),
            grainAngle,
            smallestGrain,
            threads);
    if (grid != null && truth != null) {
      throw new UserException("--truth is told of atoms; leave out --grid");
    }
    table = new OutputTable(grains ? grainColumns() : frameColumns());
    ScanComparison comparison = truth == null ? null : new ScanComparison(truth);
    List<InputFile> files = InputFiles.find(StructureCommand.hadoop(), inputs).files();
    try (Stop stop = Stop.interrupting(Thread.currentThread());
        LaueSession session = onSpark(files) ? LaueSession.builder().open() : null) {
      ScanWork work = session == null ? ScanWork.threads(threads) : new SparkScanWork(session, 0);
      Optional<KeptWork> kept =
          Optional.ofNullable(keep).map(folder -> new KeptWork(work, folder, CodeHash.value()));
      Scan scan = new Scan(settings, kept.isPresent() ? kept.get() : work);
      boolean whole = toTheEnd(files, scan, comparison);
      kept.filter(done -> done.damaged() > 0).ifPresent(this::sayDamaged);
      if (whole) {
        kept.ifPresent(KeptWork::clear);
      }
      OutputTable rows = comparison == null ? table : comparison.table();
      spec.commandLine().getOut().print(rows.render(style.style()));
      spec.commandLine().getOut().flush();
      if (!whole) {
        String elsewhere = output == null ? "" : " (with another --output)";
        err()
            .printf(
                "laue scan: stopped; the same call with --skip %d%s gives the rest%n",
                skip + taken, elsewhere);
      }
    }
    if (faults > 0) {
      return Laue.OUR_ERROR;
    }
    return scanned == 0 ? Laue.USER_ERROR : 0;
  }

  private void sayDamaged(KeptWork kept) {
    err()
        .printf(
            "laue scan: %d files of kept results in %s could no longer be read; done anew%n",
            kept.damaged(), keep);
  }

  /** As the other commands: where spark-submit says so, and a file can be read again. */
  private boolean onSpark(List<InputFile> files) {
    return truth == null
        && System.getProperty("spark.master") != null
        && files.stream().noneMatch(InputFile::isStandardInput);
  }

  /** False where it was stopped on the way. */
  private boolean toTheEnd(List<InputFile> files, Scan scan, ScanComparison comparison)
      throws IOException {
    try (ScanFiles out = new ScanFiles(output, picture);
        StructureReader reader =
            new StructureReader(files, skip, Long.MAX_VALUE, StructureCommand.hadoop())) {
      while (reader.hasNext()) {
        Reading reading = reader.next();
        if (comparison != null && reading instanceof Reading.Structure read) {
          comparison.add(read.parsed(), new Scan(settings.withThreads(1)));
          scanned++;
          taken++;
        } else {
          gather(reading, scan, out);
        }
      }
      finish(scan, out);
      return true;
    } catch (RuntimeException e) {
      if (!(e instanceof StoppedException) && !Stop.isStopping()) {
        throw e;
      }
      Thread.interrupted();
      return false;
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Frames that are scanned together, so that small ones share the workers. */
  private void gather(Reading reading, Scan scan, ScanFiles out) throws IOException {
    batch.add(reading);
    if (reading instanceof Reading.Structure read) {
      batchAtoms += read.parsed().atoms().atomCount();
    }
    if (batchAtoms >= BATCH_ATOMS || batch.size() >= BATCH_FRAMES || grid != null) {
      finish(scan, out);
    }
  }

  private void finish(Scan scan, ScanFiles out) throws IOException {
    List<Atoms> frames =
        batch.stream()
            .filter(Reading.Structure.class::isInstance)
            .map(reading -> ((Reading.Structure) reading).parsed().atoms())
            .toList();
    Iterator<ScannedFrame> results =
        grid == null ? scan.frames(frames).iterator() : Collections.emptyIterator();
    for (Reading reading : batch) {
      if (reading instanceof Reading.Unread unread) {
        Reject reject = unread.reject();
        err().println("laue scan: " + reject.source() + ": " + reject.reason());
      } else if (reading instanceof Reading.Structure read && grid == null) {
        add(read.parsed(), results.next(), out);
      } else if (reading instanceof Reading.Structure read) {
        PointScan points = scan.grid(read.parsed().atoms(), grid);
        add(read.parsed().with(points.points()), points.result(), out);
      }
      taken++;
    }
    batch.clear();
    batchAtoms = 0;
  }

  private void add(ParsedStructure structure, ScannedFrame frame, ScanFiles out)
      throws IOException {
    if (frame.fault() == null) {
      add(structure, frame.result(), out);
      return;
    }
    faults++;
    err()
        .println(
            "laue scan: "
                + structure.source()
                + " #"
                + structure.position()
                + ": "
                + frame.fault());
    err().println("laue scan: this is a bug of ours, please report it:");
    frame.fault().printStackTrace(err());
  }

  private void add(ParsedStructure structure, ScanResult result, ScanFiles out) throws IOException {
    out.write(structure, result);
    scanned++;
    if (grains) {
      addGrains(structure, result);
    } else {
      table.add(frame(structure, result).toArray());
    }
  }

  private static List<String> frameColumns() {
    List<String> columns = new ArrayList<>(List.of("source", "position", "atoms"));
    Arrays.stream(LocalClass.values()).map(LocalClass::label).forEach(columns::add);
    columns.addAll(List.of("grains", "largest_grain", "warning"));
    return columns;
  }

  private static List<Object> frame(ParsedStructure structure, ScanResult result) {
    List<Object> row = new ArrayList<>();
    row.add(structure.source());
    row.add(structure.position());
    row.add(result.atoms().size());
    for (LocalClass kind : LocalClass.values()) {
      row.add(
          rounded(result.counts().getOrDefault(kind, 0) / (double) result.atoms().size(), 10_000));
    }
    row.add(result.grains().size());
    row.add(result.grains().isEmpty() ? 0 : result.grains().get(0).atoms());
    row.add(warning(structure));
    return row;
  }

  private static String warning(ParsedStructure structure) {
    Optional<String> shape =
        structure.cell().map(Dimensionality::of).flatMap(Dimensionality::warning);
    List<String> warnings = new ArrayList<>(structure.warnings());
    shape.ifPresent(warnings::add);
    return warnings.isEmpty() ? null : String.join("; ", warnings);
  }

  private static List<String> grainColumns() {
    return List.of(
        "source",
        "position",
        "grain",
        "other",
        "class",
        "atoms",
        "boundary_atoms",
        "quaternion",
        "contacts",
        "degrees");
  }

  /** Grains first, then pairs of grains that touch. */
  private void addGrains(ParsedStructure structure, ScanResult result) {
    String source = structure.source();
    int position = structure.position();
    for (Grain grain : result.grains()) {
      String quaternion =
          String.format(
              Locale.ROOT,
              "%.5f %.5f %.5f %.5f",
              component(grain, 0),
              component(grain, 1),
              component(grain, 2),
              component(grain, 3));
      table.add(
          source,
          position,
          grain.number(),
          null,
          grain.kind().label(),
          grain.atoms(),
          grain.boundaryAtoms(),
          quaternion,
          null,
          null);
    }
    for (Boundary b : result.boundaries()) {
      Object degrees = Double.isNaN(b.degrees()) ? null : rounded(b.degrees(), 100);
      table.add(
          source, position, b.first(), b.second(), null, null, null, null, b.contacts(), degrees);
    }
  }

  /** Without the sign of a zero. */
  private static double component(Grain grain, int i) {
    return rounded(grain.quaternion()[i], 100_000) + 0.0;
  }

  private static double rounded(double value, int parts) {
    return Math.rint(value * parts) / parts;
  }
}
