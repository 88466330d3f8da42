package org.laue.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Processes of Spark made of the jars on the test class path. A Spark home needs no more than
 * {@code jars/} and a file {@code RELEASE}. Closing ends every process that was started.
 */
public final class SparkProcesses implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private int logs;

  /**
   * @param directory an empty directory for the Spark home and logs
   */
  SparkProcesses(Path directory) throws IOException {
    this.directory = directory;
    makeHome();
  }

  /** A process and where it writes. */
  record Started(Process process, Path log) {}

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

  /** Runs SparkSubmit. */
  Submission submit(List<String> arguments, Map<String, String> environment, String classes)
      throws IOException {
    List<String> jvm = new ArrayList<>(opens());
    jvm.add("-Xmx1g");
    Started driver =
        start("org.apache.spark.deploy.SparkSubmit", jvm, arguments, environment, classes);
    return new Submission(driver.process(), driver.log());
  }

  /** A main class of the test class path, with default surroundings. */
  Started start(String main, List<String> jvm, List<String> arguments) throws IOException {
    return start(main, jvm, arguments, Map.of());
  }

  Started start(
      String main, List<String> jvm, List<String> arguments, Map<String, String> environment)
      throws IOException {
    return start(main, jvm, arguments, environment, CLASS_PATH);
  }

  private Started start(
      String main,
      List<String> jvm,
      List<String> arguments,
      Map<String, String> environment,
      String classes)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_JVM);
    command.addAll(jvm);
    command.addAll(List.of("-cp", classes, main));
    command.addAll(arguments);
    Path log = directory.resolve("log-" + logs++ + ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).directory(directory.toFile());
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    processes.add(process);
    return new Started(process, log);
  }

  static Matcher await(Started started, Pattern line) {
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

  /** Processes that were started, and theirs. */
  Stream<ProcessHandle> descendants() {
    return processes.stream().flatMap(process -> process.toHandle().descendants());
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
  static List<String> entries(boolean jars) {
    return Stream.of(CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") == jars && Files.exists(Path.of(entry)))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .distinct()
        .toList();
  }

  static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  static void addConfiguration(List<String> command, String key, String value) {
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
