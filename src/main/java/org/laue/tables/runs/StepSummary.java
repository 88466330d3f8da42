package org.laue.tables.runs;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.laue.CpuTime;

/**
 * What a step hands on: the run that it made, or found complete, and what that took.
 *
 * @param run the handle that the next step takes
 * @param reusedParts parts that an earlier run had completed
 * @param seconds from start to end on the clock, now; what the run itself took, its manifest tells
 */
public record StepSummary(CompleteRun run, int reusedParts, double seconds) {

  public String step() {
    return run.manifest().provenance().step();
  }

  /** The run's directory, with its manifest. */
  public String path() {
    return run.path().toString();
  }

  /**
   * {@code in}, {@code out}, {@code rejected} and what else the step counted, for instance {@code
   * duplicates}.
   */
  public Map<String, Long> counts() {
    return run.manifest().counts();
  }

  /** What the tasks that wrote the run spent. */
  public CpuTime cpu() {
    return run.manifest().cpu();
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
    return counts().getOrDefault(what, 0L);
  }

  /** The same with the time that has passed since an earlier start ({@link System#nanoTime()}). */
  public StepSummary since(long startNanos) {
    return new StepSummary(run, reusedParts, (System.nanoTime() - startNanos) / 1e9);
  }

  /** A few lines for people. */
  public String pretty() {
    StringBuilder text = new StringBuilder(step());
    text.append(
        String.format(Locale.ROOT, ": %,d in, %,d out, %,d rejected", in(), out(), rejected()));
    new TreeMap<>(counts())
        .forEach(
            (what, n) -> {
              if (!what.equals("in") && !what.equals("out") && !what.equals("rejected")) {
                text.append(String.format(Locale.ROOT, ", %,d %s", n, what));
              }
            });
    text.append(String.format(Locale.ROOT, "; %.1f s", seconds));
    if (!cpu().kernels().isEmpty()) {
      text.append(String.format(Locale.ROOT, ", CPU %.1f s, %s", cpu().seconds(), cpu().shares()));
    }
    if (reusedParts > 0) {
      text.append(String.format(Locale.ROOT, ", %,d parts taken up from before", reusedParts));
    }
    return text.append(System.lineSeparator()).append("  ").append(run.shownPath()).toString();
  }
}
