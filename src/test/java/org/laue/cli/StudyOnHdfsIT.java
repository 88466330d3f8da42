package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.laue.spark.StandaloneCluster;

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

  @Override
  void stop() {
    hdfs.shutdown(true);
  }

  /** The model, the fingerprints and what becomes of them pass between executors and HDFS alone. */
  @Test
  void executorsOfAClusterGoOnWithWhatLiesThere() throws Exception {
    delete(only("defects/predictions"));
    Path home = Files.createDirectory(directory().resolve("cluster"));
    try (StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      StandaloneCluster.Submission night =
          cluster.submit(Laue.class, Map.of(), study(at("out"), at("in")));
      assertThat(night.waitFor(900)).as(night.output()).isZero();
      assertThat(night.output()).contains("Study study complete");
    }
    assertThat(contents(at("out"))).isEqualTo(undisturbed());
  }
}
