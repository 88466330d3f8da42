package org.laue.spark;

import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** Fingerprints of a table of structures, as a driver of its own. */
public final class ClusterFingerprints {
  private ClusterFingerprints() {}

  /**
   * @param arguments structures, output
   */
  public static void main(String[] arguments) throws Exception {
    try (LaueSession session = LaueSession.builder().withoutProgress().open()) {
      new DescribeStep(session)
          .run(
              DescribeSettings.of(
                  manyVariants(Runs.open(session.hadoop(), arguments[0])),
                  SmallStudy.IMAGES,
                  arguments[1]));
    }
  }

  /** Some thousand variants, so that there is a middle of the run. */
  static VariantSettings manyVariants(CompleteRun structures) {
    VariantSettings few = SmallStudy.variants(structures);
    return few.withDefects(few.defects(), REPLICATES, 7);
  }

  private static final int REPLICATES = 400;
}
