package org.laue.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Spark cluster on this machine, made of the jars on the test class path: a master,
 * workers of one core each and drivers started with SparkSubmit. A Spark home needs no more than
 * {@code jars/} and a file {@code RELEASE}. Closing ends every process that was started.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
  private static final long PATIENCE_SECONDS = 300;

  private static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private final String masterUrl;
  private int logs;

  private StandaloneCluster(Path directory, int workers) throws IOException {
    this.directory = directory;
    makeHome();
    try {
      Started master =
          start(
              "org.apache.spark.deploy.master.Master",
              List.of("-Xmx512m"),
              List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
      this.masterUrl = await(master, MASTER).group(1);
      for (int i = 0; i < workers; i++) {
        await(startWorker(i), REGISTERED);
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
  public Submission submit(Class<?> main, Map<String, String> configuration, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--master", masterUrl, "--deploy-mode", "client"));
    command.addAll(List.of("--class", main.getName(), "--executor-memory", "1g"));
    String classes = String.join(File.pathSeparator, entries(false));
    addConfiguration(command, "spark.executor.extraClassPath", classes);
    addConfiguration(command, "spark.executorEnv.OMP_NUM_THREADS", "1");
    addConfiguration(command, "spark.driver.host", "127.0.0.1");
    addConfiguration(command, "spark.ui.enabled", "false");
    addConfiguration(
        command,
        "spark.executor.extraJavaOptions",
        String.join(" ", SMALL_JVM)
            + " -Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=3g");
    configuration.forEach((key, value) -> addConfiguration(command, key, value));
    command.add("spark-internal");
    command.addAll(Arrays.asList(arguments));
    List<String> jvm = new ArrayList<>(opens());
    jvm.add("-Xmx1g");
    Started driver = start("org.apache.spark.deploy.SparkSubmit", jvm, command);
    return new Submission(driver.process(), driver.log());
  }

  /** The executors that run now. */
  public List<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(process -> process.toHandle().descendants())
        .filter(StandaloneCluster::isExecutor)
        .toList();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    for (Process process : processes) {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** A driver on its way. */
  public record Submission(Process process, Path log) {

    /**
     * @return the exit code
     * @throws IllegalStateException if it takes longer
     */
    public int waitFor(long seconds) throws InterruptedException {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The driver did not end in time:\n" + output());
      }
      return process.exitValue();
    }

    public String output() {
      return read(log);
    }
  }

  private record Started(Process process, Path log) {}

  private Started startWorker(int number) throws IOException {
    Path work = Files.createDirectories(directory.resolve("work-" + number));
    return start(
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

  private Started start(String main, List<String> jvm, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_JVM);
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    Path log = directory.resolve("log-" + logs++ + ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).directory(directory.toFile());
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    processes.add(process);
    return new Started(process, log);
  }

  private static Matcher await(Started started, Pattern line) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && started.process().isAlive()) {
      Matcher matcher = line.matcher(read(started.log()));
      if (matcher.find()) {
        return matcher;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("No line '" + line + "' in:\n" + read(started.log()));
  }

  private void makeHome() throws IOException {
    Path jars = Files.createDirectories(home().resolve("jars"));
    Files.createFile(home().resolve("RELEASE"));
    for (String jar : entries(true)) {
      Path target = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(target.getFileName()), target.toAbsolutePath());
    }
  }

  private Path home() {
    return directory.resolve("home");
  }

  /** Jars, or directories of classes, of this JVM's class path. */
  private static List<String> entries(boolean jars) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") == jars && Files.exists(Path.of(entry)))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .distinct()
        .toList();
  }

  private static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  private static boolean isExecutor(ProcessHandle process) {
    Optional<String[]> arguments = process.info().arguments();
    return arguments.stream()
        .flatMap(Arrays::stream)
        .anyMatch("org.apache.spark.executor.CoarseGrainedExecutorBackend"::equals);
  }

  private static void addConfiguration(List<String> command, String key, String value) {
    command.addAll(List.of("--conf", key + "=" + value));
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
