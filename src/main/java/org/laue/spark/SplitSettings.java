package org.laue.spark;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * How {@link SplitStep} divides structures into training and test set.
 *
 * @param structures run of structures
 * @param output directory of the study; the table goes to {@code <output>/splits}
 * @param testFraction share of each class that is kept for the test
 * @param validationFraction share of each class that stands on neither side of the random split
 * @param sides what the sources call the side of the random split that a structure stands on;
 *     empty: it is drawn
 * @param trainShare share of each class's training structures that stay there, the others are
 *     dropped from the random split; those of a smaller share are among those of a larger one
 * @param seed decides which
 * @param targets run of the numbers that are asked for, or empty for classes; structures that have
 *     them are then split, with a label or without, else those with a label
 * @param seen what a descriptor sees of them, where it is known; structures that it sees nothing of
 *     are then left out
 */
public record SplitSettings(
    CompleteRun structures,
    String output,
    double testFraction,
    double validationFraction,
    String sides,
    double trainShare,
    long seed,
    Optional<CompleteRun> targets,
    Optional<Seen> seen) {
  public static final double DEFAULT_TEST_FRACTION = 0.1;
  public static final double DEFAULT_NEAR_DUPLICATE = 1e-3;

  /**
   * What a descriptor sees of the structures.
   *
   * @param described run of what it made of the pristine ones
   * @param nearDuplicate training structures within this of one of the test are dropped from the
   *     honest split, if the descriptor tells what is nearly the same; 0 drops none
   */
  public record Seen(CompleteRun described, double nearDuplicate) {
    public Seen {
      if (!(nearDuplicate >= 0)) {
        throw new UserException("Near-duplicate distance must be at least 0, was " + nearDuplicate);
      }
    }
  }

  public SplitSettings {
    structures.require(TableSchemas.STRUCTURES);
    targets.ifPresent(run -> run.require(TableSchemas.TARGETS));
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new UserException("Test fraction must be in (0, 1), was " + testFraction);
    }
  }

  /** Of structures alone, whatever will look at them. */
  public static SplitSettings of(CompleteRun structures, String output) {
    return new SplitSettings(
        structures, output, DEFAULT_TEST_FRACTION, 0, "", 1, 1, Optional.empty(), Optional.empty());
  }

  public SplitSettings withTest(double fraction, long splitSeed) {
    return new SplitSettings(
        structures,
        output,
        fraction,
        validationFraction,
        sides,
        trainShare,
        splitSeed,
        targets,
        seen);
  }

  /** With a part kept aside from both sides of the random split. */
  public SplitSettings withValidation(double fraction) {
    return new SplitSettings(
        structures, output, testFraction, fraction, sides, trainShare, seed, targets, seen);
  }

  /** With the sides of the random split that the sources tell. */
  public SplitSettings withSides(String property) {
    return new SplitSettings(
        structures,
        output,
        testFraction,
        validationFraction,
        property,
        trainShare,
        seed,
        targets,
        seen);
  }

  /** With a share of the training structures only. */
  public SplitSettings withTrainShare(double share) {
    return new SplitSettings(
        structures, output, testFraction, validationFraction, sides, share, seed, targets, seen);
  }

  /** Without near-duplicates on both sides of the honest split. */
  public SplitSettings asSeen(CompleteRun described, double nearDuplicate) {
    Seen known = new Seen(described, nearDuplicate);
    return new SplitSettings(
        structures,
        output,
        testFraction,
        validationFraction,
        sides,
        trainShare,
        seed,
        targets,
        Optional.of(known));
  }

  /** Of the structures that have these numbers. */
  public SplitSettings withTargets(Optional<CompleteRun> numbers) {
    return new SplitSettings(
        structures,
        output,
        testFraction,
        validationFraction,
        sides,
        trainShare,
        seed,
        numbers,
        seen);
  }

  /** What the split depends on. */
  Map<String, CompleteRun> inputs() {
    Map<String, CompleteRun> inputs = new TreeMap<>();
    inputs.put("structures", structures);
    targets.ifPresent(run -> inputs.put("targets", run));
    seen.ifPresent(known -> inputs.put("described", known.described()));
    return inputs;
  }

  Map<String, String> toMap() {
    return Map.of(
        "split.testFraction", Double.toString(testFraction),
        "split.validationFraction", Double.toString(validationFraction),
        "split.sides", sides,
        "split.trainShare", Double.toString(trainShare),
        "split.seed", Long.toString(seed),
        "split.nearDuplicate", seen.map(s -> Double.toString(s.nearDuplicate())).orElse("none"));
  }
}
