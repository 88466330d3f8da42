package org.laue.spark;

import java.util.Map;
import org.apache.spark.SparkConf;

/** Settings that Laue wants where nobody said otherwise. */
final class SessionDefaults {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.app.name", "laue",
          "spark.ui.enabled", "false",
          "spark.ui.showConsoleProgress", "false",
          "spark.sql.parquet.compression.codec", "zstd",
          "spark.sql.session.timeZone", "UTC",
          // One thread per task: a second one in the same process slows the network's steps down.
          "spark.executorEnv.OMP_NUM_THREADS", "1",
          "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");

  private SessionDefaults() {}

  static void apply(SparkConf conf, String masterOtherwise) {
    conf.setIfMissing("spark.master", masterOtherwise);
    DEFAULTS.forEach(conf::setIfMissing);
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Spark's 200 are for clusters; on one machine they are 200 small files.
      conf.setIfMissing("spark.sql.shuffle.partitions", "8");
    }
  }
}
