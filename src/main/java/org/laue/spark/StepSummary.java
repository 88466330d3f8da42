package org.laue.spark;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a step did, in numbers.
 *
 * @param path the run's directory, with its manifest
 * @param counts {@code in}, {@code out}, {@code rejected} and what else the step counted, for
 *     instance {@code duplicates}
 * @param reusedParts parts that an earlier run had completed
 * @param seconds from start to end on the clock
 */
public record StepSummary(
    String step, String path, Map<String, Long> counts, int reusedParts, double seconds) {

  public StepSummary {
    counts = Map.copyOf(counts);
  }

  /** Inputs of the step, in its own unit. */
  public long in() {
    return count("in");
  }

  /** Rows written. */
  public long out() {
    return count("out");
  }

  public long rejected() {
    return count("rejected");
  }

  /** One of the counts, 0 where the step counted no such thing. */
  public long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** The same with the time that has passed since an earlier start ({@link System#nanoTime()}). */
  StepSummary since(long startNanos) {
    return new StepSummary(step, path, counts, reusedParts, (System.nanoTime() - startNanos) / 1e9);
  }

  /** A few lines for people. */
  public String pretty() {
    StringBuilder text = new StringBuilder(step);
    text.append(
        String.format(Locale.ROOT, ": %,d in, %,d out, %,d rejected", in(), out(), rejected()));
    new TreeMap<>(counts)
        .forEach(
            (what, n) -> {
              if (!what.equals("in") && !what.equals("out") && !what.equals("rejected")) {
                text.append(String.format(Locale.ROOT, ", %,d %s", n, what));
              }
            });
    text.append(String.format(Locale.ROOT, "; %.1f s", seconds));
    if (reusedParts > 0) {
      text.append(String.format(Locale.ROOT, ", %,d parts taken up from before", reusedParts));
    }
    return text.append(System.lineSeparator()).append("  ").append(path).toString();
  }
}
