package org.laue.api;

/**
 * The one answer to "what is it?".
 *
 * @param label a class of the model, or {@link #UNKNOWN}
 * @param probability of the class in [0, 1]; NaN for an unknown
 * @param reason why it is unknown; empty for a class
 */
public record Verdict(String label, double probability, String reason) {
  public static final String UNKNOWN = "unknown";

  static Verdict of(String label, double probability) {
    return new Verdict(label, probability, "");
  }

  static Verdict unknown(String reason) {
    return new Verdict(UNKNOWN, Double.NaN, reason);
  }

  public boolean isKnown() {
    return !label.equals(UNKNOWN);
  }

  @Override
  public String toString() {
    return isKnown() ? label : label + " (" + reason + ")";
  }
}
