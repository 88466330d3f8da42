package org.laue.learning.sen;

/**
 * What the network makes of a crystal on the way to its answer.
 *
 * @param vector float32 [256]; null where the formula alone is looked at
 * @param poses float32 [16 * 6], entries of an affine map of each capsule; null without capsules
 * @param described float32, all that the last two layers are told of the crystal
 */
public record CrystalVectors(float[] vector, float[] poses, float[] described) {}
