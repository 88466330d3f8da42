package org.laue.spark;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.laue.CpuTime;

/**
 * What a step did, in numbers.
 *
 * @param path the run's directory, with its manifest
 * @param counts {@code in}, {@code out}, {@code rejected} and what else the step counted, for
 *     instance {@code duplicates}
 * @param reusedParts parts that an earlier run had completed
 * @param cpu what the tasks that wrote its table spent, those of an earlier run included; {@link
 *     CpuTime#NONE} for a step that writes no table
 * @param seconds from start to end on the clock
 */
public record StepSummary(
    String step,
    String path,
    Map<String, Long> counts,
    int reusedParts,
    CpuTime cpu,
    double seconds) {

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
    return new StepSummary(
        step, path, counts, reusedParts, cpu, (System.nanoTime() - startNanos) / 1e9);
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
    if (!cpu.kernels().isEmpty()) {
      text.append(String.format(Locale.ROOT, ", CPU %.1f s, %s", cpu.seconds(), cpu.shares()));
    }
    if (reusedParts > 0) {
      text.append(String.format(Locale.ROOT, ", %,d parts taken up from before", reusedParts));
    }
    return text.append(System.lineSeparator()).append("  ").append(path).toString();
  }
}
