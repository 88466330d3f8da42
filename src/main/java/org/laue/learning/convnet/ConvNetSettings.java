package org.laue.learning.convnet;

import org.laue.UserException;

/**
 * What may be chosen about the network; everything else is fixed by the paper.
 *
 * @param seed of weights and dropout
 * @param classes number of labels, 7 in the paper
 * @param learningRate first step of Adam, 1e-3 in the paper
 * @param finalLearningRate step of Adam after {@code updates} updates; linear between the two
 * @param updates length of the training, used for the learning rate alone
 * @param dropout share of the flattened maps that is dropped, 0.25 in the paper
 */
public record ConvNetSettings(
    long seed,
    int classes,
    double learningRate,
    double finalLearningRate,
    int updates,
    double dropout) {

  public ConvNetSettings {
    if (classes < 2) {
      throw new UserException("A classifier needs at least 2 classes, was " + classes);
    }
    if (!(learningRate > 0)) {
      throw new UserException("Learning rate must be positive, was " + learningRate);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new UserException("Dropout must be in [0, 1), was " + dropout);
    }
  }

  /** The paper's values. */
  public static ConvNetSettings paper(long seed, int classes) {
    return new ConvNetSettings(seed, classes, 1e-3, 1e-3, 1, 0.25);
  }
}
