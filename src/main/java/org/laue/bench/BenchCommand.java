package org.laue.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.laue.Spelling;
import org.laue.cli.OutputOptions;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.structure.Cluster;
import org.laue.study.StudyConfigs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code laue bench}: our CPU time beside the peer's in the same run. */
@Command(
    name = "bench",
    description = {
      "Measures CPU time beside the peer's in the same run, and the distance to what the machine"
          + " allows.",
      "Peers run in Python (numpy, torch) or C (libsymspg) where they are installed; set"
          + " OMP_NUM_THREADS=1."
    },
    mixinStandardHelpOptions = true,
    subcommands = FuzzCommand.class,
    footer = {
      "",
      "Examples:",
      "  laue bench symmetry",
      "  laue bench --json",
      "  laue bench fuzz --count 10000"
    })
public final class BenchCommand implements Callable<Integer> {
  /** What can be measured. */
  enum Area {
    FINGERPRINT,
    DESCRIPTORS,
    INFERENCE,
    TRAINING,
    POINTNET,
    SEN,
    CGCNN,
    SYMMETRY,
    PARENT,
    SCAN,
    STUDY
  }

  private static final int ROUNDS = 300;

  /** The product's length scale. */
  private static final BondLength LENGTH = BondLength.PARENT_SHELL;

  /** 4.7 million complex multiply-adds at the measured rate of matrix products, ms. */
  private static final double FINGERPRINT_LIMIT = 0.25;

  @Parameters(
      arity = "0..*",
      paramLabel = "AREA",
      description = "${COMPLETION-CANDIDATES}; without one, all but the study.")
  private List<Area> areas = new ArrayList<>();

  @Option(
      names = "--gflops",
      paramLabel = "RATE",
      description =
          "Matrix products of one core in GFLOP/s, the limit (default: ${DEFAULT-VALUE}).")
  private double gigaflops = 157;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description = "Interpreter of the peers (default: ${DEFAULT-VALUE}).")
  private String python = "/usr/bin/python3";

  @Option(
      names = "--numpy-peer",
      paramLabel = "FILE",
      description = "A numpy implementation of the fingerprint to compare with.")
  private String numpyPeer = "../shared/reference/reference.py";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the study's file, for instance prototypes.size=1000.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description = "Study that is timed (default: ${DEFAULT-VALUE}).")
  private java.nio.file.Path study = java.nio.file.Path.of("conf/quickstart.conf");

  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Set<Area> chosen =
        areas.isEmpty() ? EnumSet.complementOf(EnumSet.of(Area.STUDY)) : EnumSet.copyOf(areas);
    BenchTable table = new BenchTable();
    PrintWriter err = spec.commandLine().getErr();
    for (Area area : chosen) {
      err.println("laue bench: " + area.name().toLowerCase(Locale.ROOT) + " ...");
      err.flush();
      measure(area, table);
    }
    spec.commandLine().getOut().print(table.render(output.style()));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void measure(Area area, BenchTable table) throws Exception {
    switch (area) {
      case FINGERPRINT -> fingerprint(table);
      case DESCRIPTORS -> new DescriptorBench(python).run(table);
      case INFERENCE -> new NetworkBench(python, gigaflops).inference(table);
      case TRAINING -> {
        new NetworkBench(python, gigaflops).training(table);
        int frequency = StudyConfigs.load(null, List.of()).train().averagingFrequency();
        new TrainingBench(frequency).run(table);
      }
      case POINTNET -> new NetworkBench(python, gigaflops).pointNet(table);
      case SEN -> new GraphNetworkBench(python).sen(table);
      case CGCNN -> new GraphNetworkBench(python).cgcnn(table);
      case SYMMETRY -> {
        try (PythonPeer peer = PythonPeer.start(python, "spglib_peer.py")) {
          new SymmetryBench(peer).run(table);
        }
      }
      case PARENT -> new ParentBench().run(table);
      case SCAN -> new ScanBench().run(table);
      case STUDY -> new StudyBench(study, assignments).run(table, spec.commandLine().getErr());
    }
  }

  private void fingerprint(BenchTable table) throws IOException {
    FingerprintGenerator generator =
        new FingerprintGenerator(FingerprintParameters.defaults().withBondLength(LENGTH));
    try (PythonPeer peer = PythonPeer.start(python, "numpy_peer.py", numpyPeer)) {
      for (BenchClusters.Case c : BenchClusters.all()) {
        fingerprint(table, generator, peer, c.name() + ", pristine", c.pristine());
        fingerprint(table, generator, peer, c.name() + ", displaced", c.displaced());
        for (BondLength rule : List.of(BondLength.MEAN_NEAREST, LENGTH)) {
          lengthScale(table, rule, c.name() + ", displaced", c.displaced());
        }
      }
    }
  }

  /** What of a fingerprint is the length that becomes 1; the peer is given it. */
  private static void lengthScale(BenchTable table, BondLength rule, String name, Cluster cluster) {
    table.cost(
        "length scale, " + Spelling.of(rule),
        name + ", " + cluster.atomCount() + " atoms",
        BenchClusters.cpuMillis(() -> rule.of(cluster), ROUNDS)[1],
        Double.NaN,
        "CPU ms",
        Double.NaN,
        "a part of the fingerprint");
  }

  private static void fingerprint(
      BenchTable table,
      FingerprintGenerator generator,
      PythonPeer peer,
      String name,
      Cluster cluster)
      throws IOException {
    double median = BenchClusters.cpuMillis(generator, cluster, ROUNDS)[1];
    double[] scaled = cluster.cartesian();
    double bond = generator.bondLength(cluster);
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= bond;
    }
    double theirs =
        peer.isThere()
            ? peer.ask(Map.of("positions", scaled, "numbers", cluster.atomicNumbers()))
                .path("ms")
                .asDouble()
            : Double.NaN;
    table.cost(
        "fingerprint",
        name + ", " + cluster.atomCount() + " atoms",
        median,
        theirs,
        "CPU ms",
        FINGERPRINT_LIMIT,
        "against " + peer.note());
  }
}
