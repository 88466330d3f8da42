package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.spark.SharedSession;

/** What Spark's pages say of the jobs of a study. */
class StepNamesTest {
  @Test
  void everyJobIsCalledByItsStudyAndItsStep(@TempDir Path directory) throws Exception {
    SparkContext spark = SharedSession.get().spark().sparkContext();
    Set<String> names = Collections.synchronizedSet(new LinkedHashSet<>());
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            names.add(job.properties().getProperty("spark.job.description"));
          }
        };
    spark.addSparkListener(listener);
    try {
      LaueCall call =
          LaueCall.of(
              "prototypes",
              "--size",
              "7",
              "--set",
              "study.name=night",
              "--output",
              directory.toString());
      assertThat(call.exit()).as(call.said()).isZero();
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(listener);
    }
    assertThat(spark.getLocalProperty("spark.job.description")).isNull();
    assertThat(names)
        .containsExactly("night: Embedded pristine set", "night: What the network sees of it");
  }
}
