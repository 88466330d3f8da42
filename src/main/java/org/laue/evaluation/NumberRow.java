package org.laue.evaluation;

/**
 * How well one quantity is predicted under one condition.
 *
 * @param quantity name of the number
 * @param unit of the number and of its errors; may be empty
 * @param side of the split: {@code train}, {@code test}, or empty where it is not known
 */
public record NumberRow(
    String quantity, String unit, String side, Condition condition, NumberErrors errors) {}
