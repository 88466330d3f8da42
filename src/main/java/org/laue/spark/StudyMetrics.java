package org.laue.spark;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import org.laue.learning.training.LearningCurve;

/**
 * How far the steps are, as numbers in Spark's metrics system, below {@code laue}: whatever sinks
 * it has (JMX, Prometheus, Graphite ...) get them from the driver.
 */
final class StudyMetrics implements Source {
  private static final String NAME = "laue";

  private final MetricRegistry registry = new MetricRegistry();
  private final Map<String, DoubleSupplier> values = new ConcurrentHashMap<>();

  private StudyMetrics() {}

  /** Those of the application, which has them once. */
  static StudyMetrics ofApplication() {
    MetricsSystem system = SparkEnv.get().metricsSystem();
    for (Source source :
        scala.collection.JavaConverters.seqAsJavaList(system.getSourcesByName(NAME))) {
      if (source instanceof StudyMetrics metrics) {
        return metrics;
      }
    }
    StudyMetrics metrics = new StudyMetrics();
    system.registerSource(metrics);
    return metrics;
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }

  /** From now on, what a step has done of how much: {@code <step>.done, .total, .per_second}. */
  void watch(String step, Progress progress) {
    show(step + ".done", progress::done);
    show(step + ".total", progress::total);
    show(step + ".per_second", () -> progress.done() / Math.max(progress.seconds(), 1e-3));
  }

  /** What a step could not use, at its end. */
  void rejected(String step, long count) {
    show(step + ".rejected", () -> count);
  }

  /** What a training last said. */
  void learned(LearningCurve.Point point) {
    show("train.images", point::images);
    show("train.images_per_second", () -> point.images() / Math.max(point.seconds(), 1e-3));
    show("train.loss", point::trainLoss);
    show("train.accuracy", point::trainAccuracy);
    show("train.test_accuracy", point::testAccuracy);
  }

  private void show(String name, DoubleSupplier value) {
    values.put(name, value);
    registry.gauge(name, () -> (Gauge<Double>) () -> values.get(name).getAsDouble());
  }
}
