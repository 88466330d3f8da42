package org.laue.spark;

import java.util.Map;
import org.laue.prototypes.PrototypeSettings;

/**
 * What {@link PrototypesStep} makes and where it writes.
 *
 * @param prototypes the embedded set
 * @param output directory of the study; the table goes to {@code <output>/structures}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record PrototypesSettings(PrototypeSettings prototypes, String output, int partitions) {

  public static PrototypesSettings of(PrototypeSettings prototypes, String output) {
    return new PrototypesSettings(prototypes, output, 0);
  }

  public PrototypesSettings withPartitions(int count) {
    return new PrototypesSettings(prototypes, output, count);
  }

  Map<String, String> toMap() {
    return Map.of(
        "classes", prototypes.proportions().scheme().text(),
        "prototypes.counts", prototypes.proportions().counts().toString(),
        "prototypes.seed", Long.toString(prototypes.seed()),
        "prototypes.tier", prototypes.tier().name(),
        "prototypes.elements", prototypes.elements().toString(),
        "prototypes.maxCopies", Integer.toString(prototypes.maxCopies()));
  }
}
