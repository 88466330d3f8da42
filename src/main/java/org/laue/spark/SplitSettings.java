package org.laue.spark;

import java.util.Map;
import java.util.Optional;
import org.laue.UserException;
import org.laue.descriptors.Likeness;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * How {@link SplitStep} divides structures into training and test set.
 *
 * @param structures run of structures
 * @param output directory of the study; the table goes to {@code <output>/splits}
 * @param testFraction share of each class that is kept for the test
 * @param seed decides which
 * @param seen what a descriptor sees of them, where it is known; structures that it sees nothing of
 *     are then left out
 */
public record SplitSettings(
    CompleteRun structures, String output, double testFraction, long seed, Optional<Seen> seen) {
  public static final double DEFAULT_TEST_FRACTION = 0.1;
  public static final double DEFAULT_NEAR_DUPLICATE = 1e-3;

  /**
   * What a descriptor sees of the structures.
   *
   * @param fingerprints run of their pristine fingerprints
   * @param likeness by which the descriptor tells what is nearly the same
   * @param nearDuplicate training structures within this of one of the test are dropped from the
   *     honest split; 0 drops none
   */
  public record Seen(CompleteRun fingerprints, Likeness likeness, double nearDuplicate) {
    public Seen {
      fingerprints.require(TableSchemas.FINGERPRINTS);
      if (!(nearDuplicate >= 0)) {
        throw new UserException("Near-duplicate distance must be at least 0, was " + nearDuplicate);
      }
    }
  }

  public SplitSettings {
    structures.require(TableSchemas.STRUCTURES);
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new UserException("Test fraction must be in (0, 1), was " + testFraction);
    }
  }

  /** Of structures alone, whatever will look at them. */
  public static SplitSettings of(CompleteRun structures, String output) {
    return new SplitSettings(structures, output, DEFAULT_TEST_FRACTION, 1, Optional.empty());
  }

  public SplitSettings withTest(double fraction, long splitSeed) {
    return new SplitSettings(structures, output, fraction, splitSeed, seen);
  }

  /** Without near-duplicates on both sides of the honest split. */
  public SplitSettings asSeen(CompleteRun fingerprints, Likeness likeness, double nearDuplicate) {
    Seen known = new Seen(fingerprints, likeness, nearDuplicate);
    return new SplitSettings(structures, output, testFraction, seed, Optional.of(known));
  }

  /** What the split depends on. */
  Map<String, CompleteRun> inputs() {
    return seen.isEmpty()
        ? Map.of("structures", structures)
        : Map.of("structures", structures, "fingerprints", seen.get().fingerprints());
  }

  Map<String, String> toMap() {
    return Map.of(
        "split.testFraction", Double.toString(testFraction),
        "split.seed", Long.toString(seed),
        "split.nearDuplicate", seen.map(s -> Double.toString(s.nearDuplicate())).orElse("none"));
  }
}
