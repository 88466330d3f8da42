package org.laue.learning.training;

import java.util.List;

/**
 * What a training leaves.
 *
 * @param parameters of the averaged network
 * @param sample of what it learned from, evenly spread
 * @param examples how many there were
 */
public record Trained(
    float[] parameters, List<Example> sample, int examples, LearningCurve curve) {}
