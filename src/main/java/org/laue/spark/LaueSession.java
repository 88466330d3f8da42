package org.laue.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.laue.tables.runs.CompleteRun;

/**
 * A Spark session with Laue's defaults. What spark-submit, {@code spark-defaults.conf} or the
 * caller sets wins over them.
 *
 * <p>Spark's Java serialisation stays: Kryo 4 cannot carry records, and little crosses the network.
 */
public final class LaueSession implements AutoCloseable {
  private static final String LOCAL = "local[*]";

  private final SparkSession spark;
  private final boolean owned;
  private final PrintStream progress;
  private final RunChecks checks = new RunChecks();
  private final StudyMetrics metrics = StudyMetrics.ofApplication();

  private LaueSession(SparkSession spark, boolean owned, PrintStream progress) {
    this.spark = spark;
    this.owned = owned;
    this.progress = progress;
  }

  public static Builder builder() {
    return new Builder();
  }

  public SparkSession spark() {
    return spark;
  }

  public JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  public Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** Tasks that can run at once, as far as Spark knows now. */
  public int parallelism() {
    return context().defaultParallelism();
  }

  /**
   * A step begins: compares the files of the runs that it reads with their manifests.
   *
   * @throws org.laue.tables.runs.DamagedRunException if one differs or is missing
   */
  void beginStep(List<CompleteRun> inputs) throws IOException {
    checks.begin(this, inputs);
  }

  /**
   * Compares the files of runs with their manifests, once in a step.
   *
   * @throws org.laue.tables.runs.DamagedRunException if one differs or is missing
   */
  public void check(List<CompleteRun> runs) throws IOException {
    checks.require(this, runs);
  }

  /** Begins to show how far a step is; closes with the step. */
  Progress progress(String step, long total, String unit) {
    Progress begun = new Progress(context(), progress, step, total, unit);
    metrics.watch(step, begun);
    return begun;
  }

  /** What Spark's pages call the work that this thread starts from now on. */
  public void describe(String work) {
    context().sc().setJobDescription(work);
  }

  /** What Spark's metrics system is told. */
  StudyMetrics metrics() {
    return metrics;
  }

  /** Says something where progress is told; an empty text says nothing. */
  void tell(String step, String text) {
    if (progress != null && !text.isEmpty()) {
      progress.println(step + text);
    }
  }

  /** Stops Spark, unless the session was there before us, as in a notebook or on Databricks. */
  @Override
  public void close() {
    if (owned) {
      spark.stop();
    } else {
      describe(null);
    }
  }

  /** Settings of a session. */
  public static final class Builder {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String master;
    private PrintStream progress = System.err;

    private Builder() {}

    /** Spark master URL; without it spark-submit's, and without that all cores of this machine. */
    public Builder master(String url) {
      this.master = url;
      return this;
    }

    /** A Spark setting that wins over defaults. */
    public Builder set(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /** Where progress is told; standard error unless said. */
    public Builder progressTo(PrintStream stream) {
      this.progress = stream;
      return this;
    }

    public Builder withoutProgress() {
      return progressTo(null);
    }

    public LaueSession open() {
      SparkConf conf = new SparkConf();
      settings.forEach(conf::set);
      if (master != null) {
        conf.setMaster(master);
      }
      SessionDefaults.apply(conf, LOCAL);
      boolean owned = SparkSession.getDefaultSession().isEmpty();
      return new LaueSession(SparkSession.builder().config(conf).getOrCreate(), owned, progress);
    }
  }
}
