package org.laue.evaluation;

/** Ways to tell how far an answer can be believed. */
public enum KnownScore {
  /** The network's probability of its most probable class. */
  PROBABILITY("network, probability", true),
  /** How far its probabilities are from even: 1 - entropy / ln(classes). */
  ENTROPY("network, entropy", false),
  /** Mean probability over passes with dropout. */
  DROPOUT("dropout, mean probability", true),
  /** Predictive entropy of that mean, as above. */
  DROPOUT_ENTROPY("dropout, predictive entropy", false),
  /** What the passes disagree about: 1 - mutual information / ln(classes). */
  DROPOUT_INFORMATION("dropout, mutual information", false),
  /** Mean probability over several models. */
  ENSEMBLE("ensemble, mean probability", true),
  ENSEMBLE_ENTROPY("ensemble, predictive entropy", false),
  ENSEMBLE_INFORMATION("ensemble, mutual information", false),
  /** Distance to the nearest training image in the network's features. */
  FEATURES("distance in features", false),
  /** The novelty gate: that distance or how diffuse the image is, whichever is more. */
  GATE("novelty gate", false),
  /** The network's probability of the classes that have the space group of the parent or cell. */
  PARENT("agreement with the space group", true),
  /** The probability of the verdict, 0 for unknown. */
  VERDICT("verdict", true);

  private final String title;
  private final boolean probability;

  KnownScore(String title, boolean probability) {
    this.title = title;
    this.probability = probability;
  }

  public String title() {
    return title;
  }

  /** Whether it claims to be a share of right answers. */
  public boolean isProbability() {
    return probability;
  }
}
