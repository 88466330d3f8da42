package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.laue.spark.HadoopSettings;
import org.laue.spark.SparkProcesses;
import org.laue.spark.StandaloneCluster;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Contenders;
import org.laue.tables.runs.Lease;
import org.laue.tables.runs.Runs;

/** What holds of a study wherever its inputs and its output lie; subclasses bring the storage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StudyOnStorage {
  private static final String MASTER = "spark.master";
  private static final String IRON =
      "Fe\n2.87\n1 0 0\n0 1 0\n0 0 1\nFe\n2\nDirect\n0 0 0\n.5 .5 .5\n";

  private java.nio.file.Path local;
  private String root;
  private Configuration hadoop;
  private LaueCall first;
  private Map<String, String> undisturbed;

  /**
   * Starts the storage and sets what Spark must know of it.
   *
   * @param directory an empty directory
   * @return URI of a directory that need not exist yet
   */
  abstract String start(java.nio.file.Path directory) throws Exception;

  abstract void stop() throws Exception;

  /** What Spark must be told of the storage. */
  Map<String, String> settings() {
    return Map.of();
  }

  /** Where workers find the job jar. */
  String jarForWorkers() throws IOException {
    return jobJar().toUri().toString();
  }

  static java.nio.file.Path jobJar() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(java.nio.file.Path.of("target"))) {
      return files
          .filter(jar -> jar.toString().endsWith("-job.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No job jar; 'mvn package' makes it"))
          .toAbsolutePath();
    }
  }

  @BeforeAll
  void studyOfCrystalsThatLieThere(@TempDir java.nio.file.Path directory) throws Exception {
    local = directory;
    // A session that runs already does not know the storage.
    SparkSession.getDefaultSession().foreach(StudyOnStorage::stopped);
    System.setProperty(MASTER, "local[2]");
    root = start(Files.createDirectory(local.resolve("storage")));
    hadoop = HadoopSettings.ofSystemProperties();
    write("in/iron.vasp", IRON.getBytes(StandardCharsets.UTF_8));
    write("in/broken.cif", "data_x\n_cell_length_a 3\n".getBytes(StandardCharsets.UTF_8));
    first = LaueCall.of(study(at("out"), at("in")));
    assertThat(first.exit()).as(first.said()).isZero();
    undisturbed = contents(at("out"));
  }

  private static Object stopped(SparkSession session) {
    session.stop();
    return session;
  }

  @AfterAll
  void end() throws Exception {
    System.clearProperty(MASTER);
    stop();
  }

  /** A place on the storage. */
  final String at(String name) {
    return root + "/" + name;
  }

  final java.nio.file.Path directory() {
    return local;
  }

  /** All that the first study said. */
  final String said() {
    return first.said();
  }

  /** The command of a study whose output lies somewhere, with the crystals that lie somewhere. */
  final String[] study(String output, String... crystals) throws IOException {
    java.nio.file.Path file = local.resolve("study.conf");
    Files.writeString(file, String.join("\n", StudyRunsIT.SMALL));
    List<String> command = new ArrayList<>(List.of("study", file.toString()));
    command.addAll(List.of(crystals));
    command.addAll(List.of("--output", output));
    return command.toArray(String[]::new);
  }

  /** What each run below a directory holds, by its place. */
  final Map<String, String> contents(String output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(output)) {
      if (file.getName().equals("manifest.json")) {
        String place = file.getParent().toString();
        contents.put(place.substring(place.indexOf("/out") + 5), run(place).contentHash());
      }
    }
    return contents;
  }

  private CompleteRun run(String place) throws IOException {
    return Runs.open(hadoop, place);
  }

  final Map<String, String> undisturbed() {
    return undisturbed;
  }

  /** Every file below a directory. */
  final List<Path> files(String directory) throws IOException {
    List<Path> files = new ArrayList<>();
    Path path = new Path(directory);
    RemoteIterator<LocatedFileStatus> all = path.getFileSystem(hadoop).listFiles(path, true);
    while (all.hasNext()) {
      files.add(all.next().getPath());
    }
    return files;
  }

  final byte[] read(Path file) throws IOException {
    try (FSDataInputStream in = file.getFileSystem(hadoop).open(file)) {
      return in.readAllBytes();
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = new Path(at(name));
    try (FSDataOutputStream out = file.getFileSystem(hadoop).create(file, true)) {
      out.write(bytes);
    }
  }

  final void delete(String name) throws IOException {
    Path path = new Path(at(name));
    path.getFileSystem(hadoop).delete(path, true);
  }

  /** Name of the only run of a table of the study. */
  final String only(String table) {
    return undisturbed.keySet().stream()
        .filter(place -> place.startsWith(table + "/run="))
        .reduce(
            (a, b) -> {
              throw new IllegalStateException("More than one run of " + table);
            })
        .map(place -> "out/" + place)
        .orElseThrow();
  }

  private String part(String run) throws IOException {
    FileSystem fileSystem = new Path(root).getFileSystem(hadoop);
    for (FileStatus file : fileSystem.listStatus(new Path(at(run)))) {
      if (file.getPath().getName().endsWith(".parquet")) {
        return run + "/" + file.getPath().getName();
      }
    }
    throw new FileNotFoundException("No part in " + run);
  }

  @Test
  void everyRunIsThatOfAStudyOnThisMachine() throws IOException {
    String here = local.resolve("out").toString();
    LaueCall call = LaueCall.of(study(here));
    assertThat(call.exit()).as(call.said()).isZero();
    Map<String, String> there = new TreeMap<>(undisturbed);
    there.keySet().removeIf(place -> place.startsWith("real/"));
    assertThat(contents(here)).hasSizeGreaterThan(8).isEqualTo(there);
    assertThat(classified(here + "/model", local.resolve("iron.vasp")))
        .isEqualTo(classified(at("out/model"), at("in/iron.vasp")));
  }

  /** What is said of iron, but for where it lies. */
  private static String classified(String model, Object file) throws IOException {
    if (file instanceof java.nio.file.Path path) {
      Files.writeString(path, IRON);
    }
    LaueCall call = LaueCall.of("classify", "--csv", "--model", model, file.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(call.said()).contains(file.toString());
    return withoutPlace(call.said(), file.toString());
  }

  private static String withoutPlace(String rows, String file) {
    return rows.lines()
        .filter(line -> !line.startsWith("laue"))
        .collect(Collectors.joining("\n"))
        .replace(file, "");
  }

  @Test
  void whatWasReadThereStandsInTheTableAndWhatCouldNotBeAmongTheRejects() throws IOException {
    CompleteRun structures = run(at(only("real/structures")));
    assertThat(structures.manifest().rows()).isEqualTo(1);
    assertThat(structures.manifest().counts()).containsEntry("rejected", 1L);
    assertThat(said()).contains("15 structures, 1 rejected").contains(at("out/report/index.html"));
    assertThat(LaueCall.of("diff", at("out"), at("out")).exit()).isZero();
  }

  @Test
  void damageIsSaidAndMadeGood() throws IOException {
    String predictions = only("defects/predictions");
    byte[] manifest = read(new Path(at(predictions + "/manifest.json")));
    write(predictions + "/manifest.json", java.util.Arrays.copyOf(manifest, manifest.length / 2));
    LaueCall cut = LaueCall.of(study(at("out"), at("in")));
    assertThat(cut.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(cut.said())
        .contains(predictions + "/manifest.json is damaged: remove this run")
        .doesNotContain("\tat ");
    delete(predictions);
    String flipped = part(only("defects/fingerprints"));
    byte[] bytes = read(new Path(at(flipped)));
    bytes[bytes.length / 2] ^= 1;
    write(flipped, bytes);
    delete(part(only("embedded/structures")));
    LaueCall mended = LaueCall.of(study(at("out"), at("in")));
    assertThat(mended.exit()).as(mended.said()).isZero();
    assertThat(mended.said()).contains("Damaged:", " has SHA-256 ", " is missing");
    assertThat(contents(at("out"))).isEqualTo(undisturbed);
  }

  @Test
  void ofSeveralAtOnceOneWritesAndTheOthersStop() throws Exception {
    assertThat(Contenders.held(hadoop, at("contended"))).isEqualTo(1);
    try (Lease lease = Lease.take(hadoop, at("taken"))) {
      LaueCall second = LaueCall.of("prototypes", "--size", "7", "--output", at("taken"));
      assertThat(second.exit()).isEqualTo(Laue.USER_ERROR);
      assertThat(second.said()).contains("Another study writes to " + at("taken"));
      lease.require();
    }
    assertThat(files(at("taken"))).isEmpty();
  }

  /** The model, the fingerprints and what becomes of them pass between executors and storage. */
  final void executorsOfAClusterGoOnWithWhatLiesThere() throws Exception {
    delete(only("defects/predictions"));
    java.nio.file.Path home = Files.createDirectory(local.resolve("cluster"));
    try (StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      SparkProcesses.Submission night =
          cluster.submit(Laue.class, settings(), study(at("out"), at("in")));
      assertThat(night.waitFor(900)).as(night.output()).isZero();
      assertThat(night.output()).contains("Study study complete");
    }
    assertThat(contents(at("out"))).isEqualTo(undisturbed);
  }

  /**
   * Drivers on the workers of a cluster, by the job jar, with the study's file on the storage; the
   * executors of {@code classify} load the study's model from there. Three drivers take more than a
   * minute: only with {@code -Dlaue.acceptance=true}.
   */
  @Test
  @EnabledIfSystemProperty(named = "laue.acceptance", matches = "true")
  void driversOnTheWorkersMakeTheSame() throws Exception {
    write("study.conf", String.join("\n", StudyRunsIT.SMALL).getBytes(StandardCharsets.UTF_8));
    java.nio.file.Path home = Files.createDirectory(local.resolve("workers"));
    String output = at("workers/out");
    String rows = at("workers/rows.csv");
    String iron = at("in/iron.vasp");
    try (StandaloneCluster cluster = StandaloneCluster.start(home, 2, 2)) {
      String jar = jarForWorkers();
      run(cluster, jar, "ingest", at("in"), "--output", output);
      run(cluster, jar, "study", at("study.conf"), at("in"), "--output", output);
      run(cluster, jar, "classify", "--csv", "--to", rows, "--model", output + "/model", iron);
    }
    assertThat(contents(output)).isEqualTo(undisturbed);
    assertThat(withoutPlace(new String(read(new Path(rows)), StandardCharsets.UTF_8), iron))
        .isEqualTo(classified(at("out/model"), iron));
  }

  /** Spark ends with 0 also where the driver failed. */
  private void run(StandaloneCluster cluster, String jar, String... call) throws Exception {
    Map<String, String> conf = new TreeMap<>(settings());
    conf.put("spark.cores.max", "2");
    conf.put("spark.executor.cores", "1");
    conf.put("spark.sql.shuffle.partitions", "2");
    conf.put("spark.network.timeout", "600s");
    SparkProcesses.Submission driver = cluster.submitToWorker(jar, Laue.class, conf, call);
    assertThat(driver.waitFor(900)).isZero();
    assertThat(driver.output())
        .as("%s", cluster.saidOnWorkers())
        .contains("is FINISHED, exiting spark-submit JVM");
  }
}
