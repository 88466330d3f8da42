package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through spark-submit Laue says no more than without; what Spark says lies in its log. */
class QuietConsoleIT {
  private static final String LOG4J = "-Dlog4j2.configurationFile=";

  @Test
  void sparkSubmitIsAsQuietAsTheLauncherAndItsLogIsAFile(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path console = directory.resolve("console.txt");
    Process process =
        start(
            directory,
            console,
            Map.of(),
            List.of(),
            List.of("prototypes", "--size", "7", "--output", directory + "/out"));
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    List<String> said = Files.readAllLines(console);
    assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
    assertThat(said)
        .anyMatch(line -> line.contains("7 out"))
        .anyMatch(
            line ->
                line.matches(
                    "prototypes: 100 %, 7 of 7 crystals built, \\d+:\\d\\d gone, .* a second"))
        .noneMatch(line -> line.contains("INFO"));
    assertThat(said).hasSizeLessThan(20);
    String log = Files.readString(directory.resolve("logs/spark.log"));
    assertThat(log).contains(process.pid() + " INFO SparkContext: Running Spark version");
  }

  /**
   * A command of Laue through spark-submit, in a process of its own.
   *
   * @param directory that gets the logs
   * @param console takes what it says
   */
  static Process start(
      Path directory,
      Path console,
      Map<String, String> environment,
      List<String> options,
      List<String> call)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add(LOG4J + Path.of("conf/log4j2.properties").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[1]"));
    command.addAll(options);
    command.addAll(List.of("--class", Laue.class.getName(), "spark-internal"));
    command.addAll(call);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(console.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LAUE_LOGS", directory + File.separator + "logs");
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  @Test
  void theLauncherNamesTheSameSettingsOnEachOfItsThreeRoads() throws IOException {
    String launcher = Files.readString(Path.of("jobs/laue"));
    assertThat(launcher.split(LOG4J + "\\$top/conf/log4j2.properties", -1)).hasSize(4);
  }
}
