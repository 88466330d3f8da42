package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.tables.runs.StepSummary;

/**
 * Kills an executor of a true cluster in mid-run and compares the rows with those of local mode.
 */
class LostExecutorIT {

  @Test
  void theRowsAreThoseOfARunThatLostNothing(@TempDir Path directory) throws Exception {
    LaueSession session = SharedSession.get();
    Path files = SmallStudy.files(directory.resolve("files"));
    StepSummary structures =
        new IngestStep(session).run(SmallStudy.ingest(files, directory.resolve("study")));
    VariantSettings variants = ClusterFingerprints.manyVariants(structures.run());
    StepSummary undisturbed =
        new DescribeStep(session)
            .run(
                DescribeSettings.of(
                    variants, SmallStudy.IMAGES, directory.resolve("local").toString()));
    Path output = directory.resolve("distributed");
    Path home = Files.createDirectory(directory.resolve("cluster"));
    try (StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      SparkProcesses.Submission run =
          cluster.submit(ClusterFingerprints.class, Map.of(), structures.path(), output.toString());
      ProcessHandle victim = executorInMidRun(cluster, run, output);
      assertThat(victim.destroyForcibly()).isTrue();
      assertThat(run.waitFor(900)).as(run.output()).isZero();
    }
    assertThat(TableRows.contentHash(output.resolve("fingerprints").toString()))
        .isEqualTo(TableRows.contentHash(undisturbed.path()));
  }

  /** An executor once the first part is written and others are on their way. */
  private static ProcessHandle executorInMidRun(
      StandaloneCluster cluster, SparkProcesses.Submission run, Path output)
      throws IOException, InterruptedException {
    while (run.process().isAlive()) {
      if (parts(output) > 0 && !cluster.executors().isEmpty()) {
        return cluster.executors().get(0);
      }
      Thread.sleep(20);
    }
    throw new AssertionError("The run ended before an executor could be killed\n" + run.output());
  }

  private static long parts(Path output) throws IOException {
    if (!Files.isDirectory(output)) {
      return 0;
    }
    try (Stream<Path> paths = Files.walk(output)) {
      return paths.filter(path -> path.getParent().endsWith("_parts")).count();
    }
  }
}
