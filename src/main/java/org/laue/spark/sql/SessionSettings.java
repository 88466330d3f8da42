package org.laue.spark.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.api.ModelLocation;

/** What a session says of Laue: which model, and how long one structure may take. */
record SessionSettings(SparkSession session) {
  /** A model's directory, or one with runs of models; empty for the one that comes with Laue. */
  static final String MODEL = "spark.laue.model";

  /** Seconds. */
  static final String TIME_LIMIT = "spark.laue.time-limit";

  private static final String DEFAULT_SECONDS = "60";

  /** Each is loaded once: it travels with the query, and executors keep what they know. */
  private static final Map<String, Laue> LOADED = new ConcurrentHashMap<>();

  Laue model() {
    String location = session.conf().get(MODEL, "");
    Configuration hadoop = session.sparkContext().hadoopConfiguration();
    return LOADED.computeIfAbsent(run(location, hadoop), run -> Laue.load(run, hadoop));
  }

  private static String run(String location, Configuration hadoop) {
    try {
      return location.isEmpty() ? "" : ModelLocation.find(hadoop, location, run -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Duration timeLimit() {
    String seconds = session.conf().get(TIME_LIMIT, DEFAULT_SECONDS);
    try {
      double value = Double.parseDouble(seconds);
      if (value > 0 && value < Integer.MAX_VALUE) {
        return Duration.ofMillis(Math.round(1000 * value));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UserException(
        TIME_LIMIT + " must be a positive number of seconds, was '" + seconds + "'");
  }
}
