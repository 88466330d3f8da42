package org.laue.spark;

/**
 * What {@link PredictStep} classifies and where it writes.
 *
 * @param fingerprints run or table of fingerprints
 * @param model directory of the model on any Hadoop file system, or {@code classpath:/...} for one
 *     that lies in the jar
 * @param output directory of the study; the table goes to {@code <output>/predictions}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record PredictSettings(String fingerprints, String model, String output, int partitions) {

  public static PredictSettings of(String fingerprints, String model, String output) {
    return new PredictSettings(fingerprints, model, output, 0);
  }

  public PredictSettings withPartitions(int count) {
    return new PredictSettings(fingerprints, model, output, count);
  }
}
