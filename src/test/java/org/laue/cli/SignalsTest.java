package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands in processes of their own that are told to stop, as people and cluster managers do. All
 * commands are asked with {@code -Dlaue.signals=true}.
 */
@Timeout(300)
class SignalsTest {
  /** What is promised, and a second for a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final int FRAMES = 4000;
  private static final Pattern SKIP = Pattern.compile("--skip (\\d+)");

  @TempDir private static Path directory;

  @BeforeAll
  static void write() throws IOException {
    StringBuilder frames = new StringBuilder();
    for (int i = 0; i < FRAMES; i++) {
      double a = 2.8 + 1e-4 * i;
      frames.append("128\n").append("Lattice=\"");
      frames.append(String.format(Locale.ROOT, "%1$.4f 0 0 0 %1$.4f 0 0 0 %1$.4f\"%n", 4 * a));
      for (int k = 0; k < 128; k++) {
        double half = k % 2 * 0.5;
        frames.append(
            String.format(
                Locale.ROOT,
                "Fe %.3f %.3f %.3f%n",
                a * (k / 2 % 4 + half),
                a * (k / 8 % 4 + half),
                a * (k / 32 + half)));
      }
    }
    Files.writeString(directory.resolve("many.xyz"), frames);
  }

  @ParameterizedTest
  @CsvSource({"TERM, classify --json IN", "INT, scan --threads 1 --json --output OUT.xyz IN"})
  void whatWasAnsweredIsPrintedAndTheRestCanBeAskedFor(String signal, String call)
      throws Exception {
    Stopped stopped = stop(signal, call, "");
    Matcher skip = SKIP.matcher(stopped.err());
    assertThat(skip.find()).as(stopped.err()).isTrue();
    assertThat(stopped.out()).hasSize(Integer.parseInt(skip.group(1)));
    for (String row : stopped.out()) {
      assertThat(new ObjectMapper().readTree(row).path("source").asText()).contains("many.xyz");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INT, classify --pictures OUT --json IN",
    "TERM, symmetry --json IN",
    "INT, symmetry --parent --json IN",
    "TERM, heal --json --output OUT IN",
    "INT, fingerprint --json --output OUT IN",
    "TERM, 'scan --threads 2 --json --output OUT.xyz IN'"
  })
  @EnabledIfSystemProperty(named = "laue.signals", matches = "true")
  void allCommandsOnStructures(String signal, String call) throws Exception {
    Stopped stopped = stop(signal, call, "");
    Matcher skip = SKIP.matcher(stopped.err());
    assertThat(skip.find()).as(stopped.err()).isTrue();
    assertThat(stopped.out()).hasSize(Integer.parseInt(skip.group(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "TERM, study conf/quickstart.conf --output OUT, the same call goes on",
    "INT, ingest --output OUT IN, the same call goes on",
    "TERM, prototypes --output OUT, the same call goes on",
    "INT, bench fuzz --count 100000, call again",
    "TERM, bench parent, call again"
  })
  @EnabledIfSystemProperty(named = "laue.signals", matches = "true")
  void allOtherCommands(String signal, String call, String said) throws Exception {
    assertThat(stop(signal, call, "-Dspark.master=local[1]").err()).contains(said);
  }

  private record Stopped(List<String> out, String err) {}

  /** Starts a command, tells it to stop as soon as it has written something, and waits. */
  private static Stopped stop(String signal, String call, String option) throws Exception {
    assumeFalse(
        signal.equals("INT") && interruptsAreIgnored(),
        "Interrupts are ignored here, as in jobs that a script starts in the background");
    Path folder = Files.createTempDirectory(directory, "call");
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command(call, option, folder))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LAUE_LOGS", directory.resolve("logs").toString());
    Process process = builder.start();
    try {
      while (process.isAlive() && !hasBegun(folder)) {
        Thread.sleep(50);
      }
      assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
      long start = System.nanoTime();
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
      assertThat(process.exitValue()).isNotZero();
      return new Stopped(Files.readAllLines(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whether child processes inherit that SIGINT is ignored (proc(5), SigIgn). */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static List<String> command(String call, String option, Path folder) {
    List<String> command =
        new ArrayList<>(
            List.of(System.getProperty("java.home") + "/bin/java", "@conf/jvm.options", "-Xmx1g"));
    if (!option.isEmpty()) {
      command.add(option);
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dlog4j2.configurationFile=conf/log4j2.properties");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.laue.cli.Laue"));
    Arrays.stream(call.split(" "))
        .map(word -> word.replace("IN", directory.resolve("many.xyz").toString()))
        .map(word -> word.replace("OUT", folder.resolve("made").toString()))
        .forEach(command::add);
    return command;
  }

  /** Whether there is a row, a line of progress or a file with something in it. */
  private static boolean hasBegun(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.anyMatch(
          file -> Files.isRegularFile(file) && file.toFile().length() > 0 && isAnswer(file));
    }
  }

  private static boolean isAnswer(Path file) {
    try {
      return !file.endsWith("stderr") || Files.readString(file).contains("laue");
    } catch (IOException e) {
      return false;
    }
  }
}
