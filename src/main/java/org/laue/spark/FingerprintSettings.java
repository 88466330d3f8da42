package org.laue.spark;

/**
 * What {@link FingerprintStep} computes and where it writes.
 *
 * @param output directory of the study; the table goes to {@code <output>/fingerprints}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record FingerprintSettings(VariantSettings variants, String output, int partitions) {

  public static FingerprintSettings of(VariantSettings variants, String output) {
    return new FingerprintSettings(variants, output, 0);
  }

  public FingerprintSettings withPartitions(int count) {
    return new FingerprintSettings(variants, output, count);
  }
}
