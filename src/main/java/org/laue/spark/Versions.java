package org.laue.spark;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.laue.tables.runs.CodeHash;
import org.laue.tables.runs.Provenance;

/** What ran, for manifests. */
final class Versions {
  private Versions() {}

  static Provenance provenance(
      LaueSession session,
      String step,
      Map<String, String> configuration,
      Map<String, String> inputs) {
    Map<String, String> moving = new TreeMap<>(configuration);
    moving.putAll(StructureLimit.changed(session.hadoop()));
    return new Provenance(step, CodeHash.value(), moving, inputs, of(session));
  }

  private static Map<String, String> of(LaueSession session) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("java", System.getProperty("java.version"));
    versions.put("spark", session.spark().version());
    versions.put("laue", version(LaueSession.class));
    versions.put("dl4j", dl4j());
    return versions;
  }

  private static String dl4j() {
    try {
      ClassLoader loader = Versions.class.getClassLoader();
      String name = "org.deeplearning4j.nn.multilayer.MultiLayerNetwork";
      return version(Class.forName(name, false, loader));
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }

  private static String version(Class<?> known) {
    return Optional.ofNullable(known.getPackage().getImplementationVersion()).orElse("unpackaged");
  }
}
