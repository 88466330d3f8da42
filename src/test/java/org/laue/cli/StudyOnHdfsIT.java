package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.spark.SparkProcesses;
import org.laue.spark.YarnCluster;

/** Studies on a name node and a data node. */
class StudyOnHdfsIT extends StudyOnStorage {
  private MiniDFSCluster hdfs;

  @Override
  String start(Path directory) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, directory.toString());
    hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    hdfs.waitActive();
    return hdfs.getURI() + "/laue";
  }

  /** The workers fetch the job jar from there too. */
  @Override
  String jarForWorkers() throws IOException {
    org.apache.hadoop.fs.Path jar = new org.apache.hadoop.fs.Path(at("laue-job.jar"));
    hdfs.getFileSystem().copyFromLocalFile(new org.apache.hadoop.fs.Path(jobJar().toUri()), jar);
    return jar.toString();
  }

  @Override
  void stop() {
    hdfs.shutdown(true);
  }

  @Test
  void executorsOfAClusterGoOn() throws Exception {
    executorsOfAClusterGoOnWithWhatLiesThere();
  }

  /** By the job jar, of which a driver that runs in the cluster gets the study's file by name. */
  @ParameterizedTest
  @ValueSource(strings = {"client", "cluster"})
  void yarnRunsTheStudyInEitherMode(String mode) throws Exception {
    assumeTrue(YarnCluster.isThere(), "Spark's part for YARN is there with mvn -Pyarn");
    Path home = Files.createDirectory(directory().resolve("yarn-" + mode));
    String output = at("yarn-" + mode + "/out");
    String[] study = study(output, at("in"));
    Path file = Path.of(study[1]);
    study[1] = mode.equals("cluster") ? file.getFileName().toString() : study[1];
    try (YarnCluster cluster = YarnCluster.start(home, hdfs.getConfiguration(0))) {
      SparkProcesses.Submission night = cluster.submit(mode, jobJar(), Laue.class, file, study);
      assertThat(night.waitFor(900)).as(night.output()).isZero();
    }
    assertThat(contents(output)).isEqualTo(undisturbed());
  }
}
