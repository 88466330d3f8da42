package org.laue.bench;

import java.util.concurrent.TimeUnit;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.structure.Cluster;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of a fingerprint, and of its two parts, for one cluster of each class. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FingerprintBenchmark {
  @Param({
    "fcc Cu",
    "bcc W",
    "sc Po",
    "diam C",
    "bct_139 In",
    "bct_141 Sn",
    "hex/rh Mg",
    "hex/rh As"
  })
  public String name;

  @Param({"pristine", "displaced"})
  public String state;

  private final FingerprintGenerator generator =
      new FingerprintGenerator(FingerprintParameters.defaults());
  private Cluster cluster;

  @Setup
  public void prepare() {
    BenchClusters.Case chosen =
        BenchClusters.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    cluster = state.equals("pristine") ? chosen.pristine() : chosen.displaced();
  }

  @Benchmark
  public Fingerprint fingerprint() {
    return generator.of(cluster);
  }

  @Benchmark
  public Fingerprint diffraction() {
    return generator.of(cluster, 2.5);
  }

  @Benchmark
  public double bondLength() {
    return generator.bondLength(cluster);
  }
}
