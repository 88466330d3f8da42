package org.laue.evaluation;

/**
 * What was said of a structure whose truth is known.
 *
 * @param id by which it is found again
 * @param truth label of its class, or {@link #UNKNOWN}
 * @param trueGroup space group, 0 where there is none
 * @param said label of the verdict, {@link #UNKNOWN} or {@link #NO_ANSWER}
 * @param group that was found, 0 for none
 * @param probability of the class that was said; NaN without one
 * @param warnings codes, blank between; empty where nothing warns
 */
public record RealAnswer(
    String id,
    String truth,
    int trueGroup,
    String said,
    int group,
    double probability,
    String warnings) {
  public static final String UNKNOWN = "unknown";
  public static final String NO_ANSWER = "no answer";

  /** From which probability on a wrong answer without a warning is a silent one. */
  private static final double SILENT = 0.9;

  boolean isClassRight() {
    return said.equals(truth);
  }

  boolean isGroupRight() {
    return trueGroup == 0 ? group <= 1 : group == trueGroup;
  }

  boolean isUnknown() {
    return said.equals(UNKNOWN) || said.equals(NO_ANSWER);
  }

  boolean isWrong() {
    return !isUnknown() && !isClassRight();
  }

  boolean isSilent() {
    return isWrong() && warnings.isEmpty() && probability > SILENT;
  }

  /** Given with a probability of 0.9 or more. */
  boolean isSure() {
    return !isUnknown() && probability >= SILENT;
  }
}
