package org.laue.spark;

import org.laue.descriptors.Descriptor;

/**
 * What {@link DescribeStep} computes and where it writes.
 *
 * @param descriptor what is made of each variant
 * @param output directory of the study; the descriptor's table goes into it
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record DescribeSettings(
    VariantSettings variants, Descriptor descriptor, String output, int partitions) {

  public static DescribeSettings of(
      VariantSettings variants, Descriptor descriptor, String output) {
    return new DescribeSettings(variants, descriptor, output, 0);
  }

  public DescribeSettings withPartitions(int count) {
    return new DescribeSettings(variants, descriptor, output, count);
  }
}
