package org.laue.descriptors.image;

import java.util.function.DoubleBinaryOperator;
import org.laue.descriptors.image.QuarterDetector.Component;

/**
 * Patterns whose phases are +-A +-B + C with the same A, B and C.
 *
 * <p>At the four pixels (+-X, +-Y), and with -45 and +45 degrees exchanged, only the signs of A and
 * B differ. With D = (S_y - S_z)/sqrt 2 and E = (S_y + S_z)/sqrt 2, in turns:
 *
 * <pre>
 * rotation about x   A = S_x x1   B = D x2   C = E x3      and B, C = E x2, D x3
 * rotation about y   A = S_x x2   B = D x1   C = E x3      and B, C = E x1, D x3   (X, Y exchanged)
 * rotation about z   A = S_x u    B = S_y v  C = S_z x3    u, v = (x1 + x2, x2 - x1)/sqrt 2
 * </pre>
 */
enum Family {
  X_DIFFERENCE(Component.DIFFERENCE, Component.SUM, (x1, x2) -> x1, (x1, x2) -> x2),
  X_SUM(Component.SUM, Component.DIFFERENCE, (x1, x2) -> x1, (x1, x2) -> x2),
  Y_DIFFERENCE(Component.DIFFERENCE, Component.SUM, (x1, x2) -> x2, (x1, x2) -> x1),
  Y_SUM(Component.SUM, Component.DIFFERENCE, (x1, x2) -> x2, (x1, x2) -> x1),
  Z(Component.Y, Component.Z, Family::diagonal, (x1, x2) -> diagonal(x2, -x1));

  private static final double HALF_ROOT = Math.sqrt(0.5);

  /** All families; not to be written. */
  static final Family[] ALL = values();

  private final Component componentB;
  private final Component componentC;
  private final DoubleBinaryOperator a;
  private final DoubleBinaryOperator b;

  Family(
      Component componentB, Component componentC, DoubleBinaryOperator a, DoubleBinaryOperator b) {
    this.componentB = componentB;
    this.componentC = componentC;
    this.a = a;
    this.b = b;
  }

  private static double diagonal(double p, double q) {
    return HALF_ROOT * (p + q);
  }

  /** What S_x is multiplied with in A. */
  double a(double x1, double x2) {
    return a.applyAsDouble(x1, x2);
  }

  /** What {@link #componentB()} is multiplied with in B. */
  double b(double x1, double x2) {
    return b.applyAsDouble(x1, x2);
  }

  Component componentB() {
    return componentB;
  }

  /** What x3 is multiplied with in C. */
  Component componentC() {
    return componentC;
  }
}
