package org.laue.learning.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Compares a gradient with differences of the function. */
public final class FiniteDifferences {
  private static final int STRETCHES = 40;

  private FiniteDifferences() {}

  /** Along the gradient, and along 40 random directions within stretches of the list. */
  public static void hold(
      float[] parameters, float[] gradient, ToDoubleFunction<float[]> function) {
    double length = Math.sqrt(dot(gradient, gradient));
    float[] along = new float[gradient.length];
    for (int i = 0; i < along.length; i++) {
      along[i] = (float) (gradient[i] / length);
    }
    hold(parameters, gradient, function, along);
    SplittableRandom random = new SplittableRandom(8);
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      float[] direction = new float[gradient.length];
      int first = (int) ((long) stretch * gradient.length / STRETCHES);
      int end = (int) ((stretch + 1L) * gradient.length / STRETCHES);
      double norm = 0;
      for (int i = first; i < end; i++) {
        direction[i] = gradient[i];
        norm += (double) gradient[i] * gradient[i];
      }
      for (int i = first; i < end && norm > 0; i++) {
        direction[i] = (float) ((direction[i] / Math.sqrt(norm) + sign(random, end - first)) / 2);
      }
      hold(parameters, gradient, function, direction);
    }
  }

  private static double sign(SplittableRandom random, int count) {
    return (random.nextInt(2) * 2 - 1) / Math.sqrt(count);
  }

  private static void hold(
      float[] parameters, float[] gradient, ToDoubleFunction<float[]> function, float[] direction) {
    double slopeAlong = dot(gradient, direction);
    // So short that hardly a unit passes its kink, so long that the values change by far more than
    // float rounds.
    double step = 0.005 / (1 + Math.abs(slopeAlong));
    double after = function.applyAsDouble(moved(parameters, direction, step));
    double before = function.applyAsDouble(moved(parameters, direction, -step));
    double expected = (after - before) / (2 * step);
    assertThat(slopeAlong).isCloseTo(expected, within(0.01 + 0.005 * Math.abs(expected)));
  }

  private static float[] moved(float[] parameters, float[] direction, double step) {
    float[] moved = parameters.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    return moved;
  }

  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
