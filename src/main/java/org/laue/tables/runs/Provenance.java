package org.laue.tables.runs;

import java.util.Map;
import java.util.TreeMap;
import org.laue.tables.Hashes;

/**
 * Where a run's rows come from: enough to make them again.
 *
 * @param step the step that wrote them
 * @param code hash of the classes that ran
 * @param configuration every setting that the rows depend on, in canonical text
 * @param inputs name of each input and the hash of its content
 * @param versions of Java, Spark, DL4J and Laue, and what else tells where it comes from without
 *     moving a row
 */
public record Provenance(
    String step,
    String code,
    Map<String, String> configuration,
    Map<String, String> inputs,
    Map<String, String> versions) {

  public Provenance {
    configuration = Map.copyOf(configuration);
    inputs = Map.copyOf(inputs);
    versions = Map.copyOf(versions);
  }

  /** The same with one more fact that moves no row, among the versions. */
  public Provenance with(String name, String fact) {
    Map<String, String> more = new TreeMap<>(versions);
    more.put(name, fact);
    return new Provenance(step, code, configuration, inputs, more);
  }

  /** Name of the run: equal for equal code, configuration and inputs; 16 hexadecimal digits. */
  public String runHash() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("step", step);
    parts.put("code", code);
    parts.put("configuration", Hashes.of(configuration));
    parts.put("inputs", Hashes.of(inputs));
    return Hashes.of(parts).substring(0, 16);
  }
}
