package org.laue.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A standalone Spark cluster on this machine, made of the jars on the test class path: a master,
 * workers of one core each and drivers started with SparkSubmit. A Spark home needs no more than
 * {@code jars/} and a file {@code RELEASE}. Closing ends every process that was started.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final Path directory;
  private final SparkProcesses processes;
  private final String masterUrl;

  private StandaloneCluster(Path directory, int workers) throws IOException {
    this.directory = directory;
    this.processes = new SparkProcesses(directory);
    try {
      SparkProcesses.Started master =
          processes.start(
              "org.apache.spark.deploy.master.Master",
              List.of("-Xmx512m"),
              List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
      this.masterUrl = SparkProcesses.await(master, MASTER).group(1);
      for (int i = 0; i < workers; i++) {
        SparkProcesses.await(startWorker(i), REGISTERED);
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
    return new StandaloneCluster(directory, workers);
  }

  public String masterUrl() {
    return masterUrl;
  }

  /** Runs a main class of the test class path as driver; its output goes to a log file. */
  public SparkProcesses.Submission submit(
      Class<?> main, Map<String, String> configuration, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--master", masterUrl, "--deploy-mode", "client"));
    command.addAll(List.of("--class", main.getName(), "--executor-memory", "1g"));
    String classes = String.join(File.pathSeparator, SparkProcesses.entries(false));
    SparkProcesses.addConfiguration(command, "spark.executor.extraClassPath", classes);
    SparkProcesses.addConfiguration(command, "spark.executorEnv.OMP_NUM_THREADS", "1");
    SparkProcesses.addConfiguration(command, "spark.driver.host", "127.0.0.1");
    SparkProcesses.addConfiguration(command, "spark.ui.enabled", "false");
    SparkProcesses.addConfiguration(
        command,
        "spark.executor.extraJavaOptions",
        String.join(" ", SparkProcesses.SMALL_JVM)
            + " -Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=3g");
    configuration.forEach((key, value) -> SparkProcesses.addConfiguration(command, key, value));
    command.add("spark-internal");
    command.addAll(Arrays.asList(arguments));
    return processes.submit(command, Map.of(), SparkProcesses.CLASS_PATH);
  }

  /** The executors that run now. */
  public List<ProcessHandle> executors() {
    return processes.descendants().filter(StandaloneCluster::isExecutor).toList();
  }

  @Override
  public void close() {
    processes.close();
  }

  private SparkProcesses.Started startWorker(int number) throws IOException {
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
            "1",
            "--memory",
            "2g",
            "--work-dir",
            work.toString(),
            masterUrl));
  }

  private static boolean isExecutor(ProcessHandle process) {
    Optional<String[]> arguments = process.info().arguments();
    return arguments.stream()
        .flatMap(Arrays::stream)
        .anyMatch("org.apache.spark.executor.CoarseGrainedExecutorBackend"::equals);
  }
}
