package org.laue.spark;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Spark cluster on this machine, made of the jars on the test class path: a master,
 * workers and drivers started with SparkSubmit, here or on a worker. A Spark home needs no more
 * than {@code jars/} and a file {@code RELEASE}. Closing ends every process that was started.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private static final String DRIVER_OPTIONS = "spark.driver.extraJavaOptions";

  private static final String JAVA_OPTIONS =
      String.join(" ", SparkProcesses.SMALL_JVM)
          + " -Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=3g";

  private final Path directory;
  private final Map<String, String> environment;
  private final SparkProcesses processes;
  private final String masterUrl;

  private StandaloneCluster(Path directory, int workers, int cores, Map<String, String> environment)
      throws IOException {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.processes = new SparkProcesses(directory);
    try {
      SparkProcesses.Started master =
          processes.start(
              "org.apache.spark.deploy.master.Master",
              List.of("-Xmx512m"),
              List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
      this.masterUrl = SparkProcesses.await(master, MASTER).group(1);
      for (int i = 0; i < workers; i++) {
        SparkProcesses.await(startWorker(i, cores), REGISTERED);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * @param directory an empty directory for the Spark home, logs and work of the cluster
   * @param workers each with one core
   */
  public static StandaloneCluster start(Path directory, int workers) throws IOException {
    return new StandaloneCluster(directory, workers, 1, Map.of());
  }

  /**
   * The same with room for drivers.
   *
   * @param cores of each worker, as far as the master knows; 2 GB of memory for each
   */
  public static StandaloneCluster start(Path directory, int workers, int cores) throws IOException {
    return new StandaloneCluster(directory, workers, cores, Map.of());
  }

  /**
   * A cluster of one worker with one core.
   *
   * @param scratch where the worker and its executors put temporary files
   */
  public static StandaloneCluster start(Path directory, Path scratch) throws IOException {
    Map<String, String> environment = Map.of("SPARK_LOCAL_DIRS", scratch.toString());
    return new StandaloneCluster(directory, 1, 1, environment);
  }

  public String masterUrl() {
    return masterUrl;
  }

  /** Runs a main class of the test class path as driver; its output goes to a log file. */
  public SparkProcesses.Submission submit(
      Class<?> main, Map<String, String> configuration, String... arguments) throws IOException {
    List<String> command = command("client", main);
    String classes = String.join(File.pathSeparator, SparkProcesses.entries(false));
    SparkProcesses.addConfiguration(command, "spark.executor.extraClassPath", classes);
    SparkProcesses.addConfiguration(command, "spark.driver.host", "127.0.0.1");
    return submit(command, configuration, "spark-internal", arguments);
  }

  /**
   * Runs a main class of a jar with its driver on a worker; ends some seconds after that one.
   *
   * @param jar where workers and executors find it
   */
  public SparkProcesses.Submission submitToWorker(
      String jar, Class<?> main, Map<String, String> configuration, String... arguments)
      throws IOException {
    List<String> command = command("cluster", main);
    command.addAll(List.of("--driver-memory", "1g", "--driver-cores", "1"));
    SparkProcesses.addConfiguration(
        command, DRIVER_OPTIONS, defaults().getProperty(DRIVER_OPTIONS) + " " + JAVA_OPTIONS);
    SparkProcesses.addConfiguration(command, "spark.standalone.submit.waitAppCompletion", "true");
    return submit(command, configuration, jar, arguments);
  }

  /** What people give to spark-submit. */
  private static Properties defaults() throws IOException {
    Properties defaults = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("conf", "spark-defaults.conf"))) {
      defaults.load(file);
    }
    return defaults;
  }

  private List<String> command(String mode, Class<?> main) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--master", masterUrl, "--deploy-mode", mode));
    command.addAll(List.of("--class", main.getName(), "--executor-memory", "1g"));
    SparkProcesses.addConfiguration(command, "spark.executorEnv.OMP_NUM_THREADS", "1");
    SparkProcesses.addConfiguration(command, "spark.ui.enabled", "false");
    SparkProcesses.addConfiguration(command, "spark.executor.extraJavaOptions", JAVA_OPTIONS);
    return command;
  }

  private SparkProcesses.Submission submit(
      List<String> command, Map<String, String> configuration, String jar, String... arguments)
      throws IOException {
    configuration.forEach((key, value) -> SparkProcesses.addConfiguration(command, key, value));
    command.add(jar);
    command.addAll(Arrays.asList(arguments));
    return processes.submit(command, Map.of(), SparkProcesses.CLASS_PATH);
  }

  /** What the drivers on the workers said, one text for each, in the order of their submission. */
  public List<String> saidOnWorkers() throws IOException {
    Map<String, String> said = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory, 3)) {
      for (Path file : files.filter(StandaloneCluster::isOfDriver).sorted().toList()) {
        said.merge(
            file.getParent().getFileName().toString(), Files.readString(file), String::concat);
      }
    }
    return List.copyOf(said.values());
  }

  private static boolean isOfDriver(Path file) {
    return file.getParent().getFileName().toString().startsWith("driver-")
        && List.of("stdout", "stderr").contains(file.getFileName().toString());
  }

  /** The executors that run now. */
  public List<ProcessHandle> executors() {
    return processes.descendants().filter(StandaloneCluster::isExecutor).toList();
  }

  @Override
  public void close() {
    processes.close();
  }

  private SparkProcesses.Started startWorker(int number, int cores) throws IOException {
    Path work = Files.createDirectories(directory.resolve("work-" + number));
    return processes.start(
        "org.apache.spark.deploy.worker.Worker",
        List.of("-Xmx512m"),
        List.of(
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0",
            "--cores",
            "" + cores,
            "--memory",
            2 * cores + "g",
            "--work-dir",
            work.toString(),
            masterUrl),
        environment);
  }

  private static boolean isExecutor(ProcessHandle process) {
    Optional<String[]> arguments = process.info().arguments();
    return arguments.stream()
        .flatMap(Arrays::stream)
        .anyMatch("org.apache.spark.executor.CoarseGrainedExecutorBackend"::equals);
  }
}
