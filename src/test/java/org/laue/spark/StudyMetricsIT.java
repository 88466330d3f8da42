package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.training.LearningCurve;
import org.laue.tables.runs.StepSummary;

/** What the settings for metrics that come along show of a step, scraped as Prometheus would. */
class StudyMetricsIT {

  @Test
  void prometheusAndJmxSeeHowFarTheStepsAre(@TempDir Path directory) throws Exception {
    // The sinks are made with the context.
    SparkSession.getDefaultSession().foreach(StudyMetricsIT::stop);
    try (LaueSession session =
        LaueSession.builder()
            .master("local[1]")
            .set("spark.ui.enabled", "true")
            .set("spark.ui.port", "0")
            .set("spark.metrics.conf", "conf/metrics.properties")
            .set("spark.metrics.namespace", "night")
            .withoutProgress()
            .open()) {
      StepSummary ingested =
          new IngestStep(session)
              .run(SmallStudy.ingest(SmallStudy.files(directory.resolve("in")), directory));
      session.metrics().learned(new LearningCurve.Point(1, 10, 320, 0.5, 0.75, 0.5, 4, 8));
      String scraped = scraped(session);
      assertThat(ingested.rejected()).isPositive();
      assertThat(value(scraped, "ingest_rejected")).isEqualTo((double) ingested.rejected());
      assertThat(value(scraped, "ingest_done")).isEqualTo(value(scraped, "ingest_total"));
      assertThat(value(scraped, "ingest_per_second")).isPositive();
      assertThat(value(scraped, "train_loss")).isEqualTo(0.5);
      assertThat(value(scraped, "train_images_per_second")).isEqualTo(80);
      assertThat(ofJmx("train.test_accuracy")).isEqualTo(0.5);
    }
  }

  private static Object stop(SparkSession session) {
    session.stop();
    return session;
  }

  private static String scraped(LaueSession session) throws IOException {
    String ui = session.spark().sparkContext().uiWebUrl().get();
    try (InputStream page = URI.create(ui + "/metrics/prometheus").toURL().openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double value(String scraped, String name) {
    return scraped
        .lines()
        .filter(line -> line.startsWith("metrics_night_driver_laue_" + name + "_Value"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in:\n" + scraped));
  }

  private static Object ofJmx(String name) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName all = new ObjectName("metrics:name=night.driver.laue." + name + ",*");
    return server.getAttribute(server.queryNames(all, null).iterator().next(), "Value");
  }
}
