package org.laue.spark;

import java.util.Map;
import org.laue.UserException;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * How {@link SplitStep} divides structures into training and test set.
 *
 * @param structures run of structures
 * @param fingerprints run of their pristine fingerprints
 * @param output directory of the study; the table goes to {@code <output>/splits}
 * @param testFraction share of each class that is kept for the test
 * @param seed decides which
 * @param nearDuplicate training images whose pixels all lie within this of a test image's are
 *     dropped from the honest split; 0 drops none
 */
public record SplitSettings(
    CompleteRun structures,
    CompleteRun fingerprints,
    String output,
    double testFraction,
    long seed,
    double nearDuplicate) {
  public static final double DEFAULT_TEST_FRACTION = 0.1;
  public static final double DEFAULT_NEAR_DUPLICATE = 1e-3;

  public SplitSettings {
    structures.require(TableSchemas.STRUCTURES);
    fingerprints.require(TableSchemas.FINGERPRINTS);
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new UserException("Test fraction must be in (0, 1), was " + testFraction);
    }
    if (!(nearDuplicate >= 0)) {
      throw new UserException("Near-duplicate distance must be at least 0, was " + nearDuplicate);
    }
  }

  public static SplitSettings of(CompleteRun structures, CompleteRun fingerprints, String output) {
    return new SplitSettings(
        structures, fingerprints, output, DEFAULT_TEST_FRACTION, 1, DEFAULT_NEAR_DUPLICATE);
  }

  public SplitSettings withTest(double fraction, long splitSeed) {
    return new SplitSettings(structures, fingerprints, output, fraction, splitSeed, nearDuplicate);
  }

  public SplitSettings withNearDuplicate(double distance) {
    return new SplitSettings(structures, fingerprints, output, testFraction, seed, distance);
  }

  Map<String, String> toMap() {
    return Map.of(
        "split.testFraction", Double.toString(testFraction),
        "split.seed", Long.toString(seed),
        "split.nearDuplicate", Double.toString(nearDuplicate));
  }
}
