package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.spark.SparkProcesses;
import org.laue.spark.StandaloneCluster;

/**
 * Studies on a true cluster that lose an executor or their driver, as by {@code kill -9}, and end
 * with every row and weight of one in local mode that lost nothing.
 */
class StudyOnClusterIT {
  private static final String MASTER = "spark.master";
  private static final long SECONDS = 600;

  @TempDir private static Path directory;
  private static StandaloneCluster cluster;
  private static Map<String, String> undisturbed;

  @BeforeAll
  static void leftAlone() throws IOException {
    List<String> settings = new ArrayList<>(StudyRunsIT.SMALL);
    settings.add("train.epochs=12");
    Files.writeString(directory.resolve("study.conf"), String.join("\n", settings));
    undisturbed = StudyContents.of(here("alone", "local[2]"));
    assertThat(undisturbed).hasSizeGreaterThan(8);
    cluster = StandaloneCluster.start(Files.createDirectory(directory.resolve("cluster")), 2, 2);
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static String[] study(String output) {
    String file = directory.resolve("study.conf").toString();
    return new String[] {"study", file, "--output", directory.resolve(output).toString()};
  }

  /** The study in this JVM. */
  private static Path here(String output, String master) {
    System.setProperty(MASTER, master);
    try {
      LaueCall call = LaueCall.of(study(output));
      assertThat(call.exit()).as(call.said()).isZero();
    } finally {
      System.clearProperty(MASTER);
    }
    return directory.resolve(output);
  }

  private static SparkProcesses.Submission there(
      String output, int executors, int coresOfEach, int partitions) throws IOException {
    return cluster.submit(
        Laue.class,
        Map.of(
            "spark.cores.max", "" + executors * coresOfEach,
            "spark.executor.cores", "" + coresOfEach,
            "spark.sql.shuffle.partitions", "" + partitions),
        study(output));
  }

  @Test
  void anExecutorIsLostInTraining() throws Exception {
    SparkProcesses.Submission study = there("executor", 2, 1, 4);
    Path weights = await(study, "executor", "training/weights", "_training");
    List<ProcessHandle> executors = cluster.executors();
    assertThat(executors).hasSize(2);
    assertThat(executors.get(0).destroyForcibly()).isTrue();
    assertThat(weights.resolve("manifest.json")).as("trains still").doesNotExist();
    assertThat(study.waitFor(SECONDS)).as(study.output()).isZero();
    assertThat(StudyContents.of(directory.resolve("executor"))).isEqualTo(undisturbed);
  }

  @Test
  void otherExecutorsAndPartitionsGoOnBehindALostDriver() throws Exception {
    kill(there("driver", 2, 1, 5), "training/views", "_parts");
    kill(there("driver", 1, 2, 3), "training/weights", "_training");
    assertThat(StudyContents.of(here("driver", "local[3]"))).isEqualTo(undisturbed);
  }

  @Test
  void aWorkerWhoseScratchIsFullIsNamedAndWithRoomTheSameCallGoesOn() throws Exception {
    Path home = Files.createDirectory(directory.resolve("small"));
    Path output = directory.resolve("scratch");
    try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), "4k");
        StandaloneCluster small = StandaloneCluster.start(home, disk.directory())) {
      SparkProcesses.Submission study = small.submit(Laue.class, Map.of(), study("scratch"));
      assertThat(study.waitFor(SECONDS)).as(study.output()).isEqualTo(Laue.USER_ERROR);
      assertThat(study.output().lines().filter(line -> line.startsWith("laue study: ")))
          .singleElement()
          .asString()
          .contains("A disk of worker 127.0.0.1 is full", "SPARK_LOCAL_DIRS", "No space left")
          .endsWith("make room there and give the same command again");
      assertThat(output.resolve("latest.json")).doesNotExist();
      assertThat(StudyContents.of(output).keySet())
          .as("what is whole can be taken up, and is no table yet")
          .allMatch(place -> place.startsWith("embedded/_staged/"));
      disk.makeRoom("64m");
      study = small.submit(Laue.class, Map.of(), study("scratch"));
      assertThat(study.waitFor(SECONDS)).as(study.output()).isZero();
    }
    assertThat(StudyContents.of(output)).isEqualTo(undisturbed);
  }

  /** Kills the driver once a run of a table has begun to leave something to go on from. */
  private static void kill(SparkProcesses.Submission study, String table, String begun)
      throws Exception {
    Path run = await(study, "driver", table, begun);
    study.process().destroyForcibly();
    assertThat(study.waitFor(SECONDS)).isEqualTo(128 + 9);
    assertThat(run.resolve("manifest.json")).doesNotExist();
  }

  /** The run that is being made. */
  private static Path await(
      SparkProcesses.Submission study, String output, String table, String begun)
      throws IOException, InterruptedException {
    Path runs = directory.resolve(output).resolve(table);
    while (study.process().isAlive()) {
      if (Files.isDirectory(runs)) {
        try (Stream<Path> files = Files.walk(runs)) {
          for (Path file : files.toList()) {
            if (file.getParent().endsWith(begun)) {
              return file.getParent().getParent();
            }
          }
        }
      }
      Thread.sleep(5);
    }
    throw new AssertionError("The study ended too soon\n" + study.output());
  }
}
