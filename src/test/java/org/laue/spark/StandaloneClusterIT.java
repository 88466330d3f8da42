package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.CrystalModel;
import org.laue.learning.ImageSet;
import org.laue.learning.SyntheticImages;

/** Trains on a true cluster with two executors and compares with local mode. */
class StandaloneClusterIT {
  private static final ImageSet UNSEEN = SyntheticImages.of(60, 3, 77);

  @Test
  void aClusterTrainsAModelAsGoodAsLocalMode(@TempDir Path directory) throws Exception {
    Path table = directory.resolve("fingerprints");
    CrystalModel local = writeTableAndTrainLocally(table);
    Path clusterDirectory = Files.createDirectory(directory.resolve("cluster"));
    try (StandaloneCluster cluster = StandaloneCluster.start(clusterDirectory, 2)) {
      Path modelDirectory = directory.resolve("model");
      SparkProcesses.Submission training =
          cluster.submit(
              ClusterTraining.class, Map.of(), table.toString(), modelDirectory.toString());
      assertThat(training.waitFor(900)).as(training.output()).isZero();
      CrystalModel distributed = CrystalModel.load(modelDirectory);
      assertThat(executors(clusterDirectory)).isEqualTo(2);
      assertThat(local.accuracy(UNSEEN)).isGreaterThan(0.8);
      assertThat(distributed.accuracy(UNSEEN)).isCloseTo(local.accuracy(UNSEEN), within(0.05));
    }
  }

  private static CrystalModel writeTableAndTrainLocally(Path table) {
    try (SparkSession session =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", false).getOrCreate()) {
      FingerprintTables.synthetic(session, 80, ClusterTraining.LABELS)
          .repartition(3)
          .write()
          .parquet(table.toString());
      return ClusterTraining.train(session, table.toString());
    }
  }

  /** Each executor leaves a numbered directory below its worker's directory of the application. */
  private static long executors(Path cluster) throws IOException {
    try (Stream<Path> paths = Files.walk(cluster, 3)) {
      return paths.filter(p -> p.toString().matches(".*work-\\d+/app-[^/]*/\\d+")).count();
    }
  }
}
