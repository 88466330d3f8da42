package org.laue.evaluation;

/**
 * How well someone else predicts a quantity of the same crystals.
 *
 * @param who for people
 */
public record PeerErrors(String who, NumberRow row) {}
