package org.laue.learning.training;

import java.util.List;
import java.util.Map;

/**
 * What a training leaves.
 *
 * @param parameters of the averaged network
 * @param sample of what it learned from, evenly spread
 * @param examples how many there were
 * @param found what else is to be known of it, by name, for provenance
 */
public record Trained(
    float[] parameters,
    List<Example> sample,
    int examples,
    LearningCurve curve,
    Map<String, String> found) {}
