package org.laue;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * CPU time of some work, and how much of it the kernels of the science took.
 *
 * @param seconds all of it
 * @param kernels seconds by name of the {@link Kernel} in small letters; kernels without time are
 *     left out
 */
public record CpuTime(double seconds, SortedMap<String, Double> kernels) {
  public static final CpuTime NONE = new CpuTime(0, new TreeMap<>());

  private static final double NANO = 1e-9;

  public CpuTime {
    kernels = new TreeMap<>(kernels);
  }

  /** What the current thread has spent until now. */
  public static CpuTime ofThread() {
    return new CpuTime(NANO * Kernel.threadNanos(), kernels(Kernel::ownNanos));
  }

  /**
   * What this process has spent until now, compiler and garbage collector included; without a JVM
   * that tells, all is 0.
   */
  public static CpuTime ofProcess() {
    long nanos =
        ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    return new CpuTime(NANO * nanos, kernels(Kernel::nanos));
  }

  private static SortedMap<String, Double> kernels(ToLongFunction<Kernel> nanos) {
    SortedMap<String, Double> seconds = new TreeMap<>();
    for (Kernel kernel : Kernel.values()) {
      long spent = nanos.applyAsLong(kernel);
      if (spent > 0) {
        seconds.put(kernel.name().toLowerCase(Locale.ROOT), NANO * spent);
      }
    }
    return seconds;
  }

  public CpuTime plus(CpuTime other) {
    SortedMap<String, Double> sum = new TreeMap<>(kernels);
    other.kernels.forEach((kernel, more) -> sum.merge(kernel, more, Double::sum));
    return new CpuTime(seconds + other.seconds, sum);
  }

  /** What has been spent since an earlier reading. */
  public CpuTime since(CpuTime earlier) {
    SortedMap<String, Double> rest = new TreeMap<>(kernels);
    earlier.kernels.forEach(
        (kernel, less) -> rest.computeIfPresent(kernel, (k, all) -> positive(all - less)));
    return new CpuTime(seconds - earlier.seconds, rest);
  }

  private static Double positive(double value) {
    return value > 0 ? value : null;
  }

  /** Share of the kernels, 0 to 1; NaN where nothing was spent. */
  public double kernelShare() {
    double sum = kernels.values().stream().mapToDouble(Double::doubleValue).sum();
    return seconds > 0 ? sum / seconds : Double.NaN;
  }

  /** For people: {@code 91 % kernels (fingerprint 12.0 s, structures 1.3 s)}. */
  public String shares() {
    if (kernels.isEmpty()) {
      return "no kernels";
    }
    return String.format(Locale.ROOT, "%.0f %% kernels", 100 * kernelShare())
        + kernels.entrySet().stream()
            .map(CpuTime::seconds)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String seconds(Map.Entry<String, Double> kernel) {
    return String.format(Locale.ROOT, "%s %.1f s", kernel.getKey(), kernel.getValue());
  }
}
