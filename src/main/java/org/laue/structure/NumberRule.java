package org.laue.structure;

import java.io.Serializable;
import org.laue.UserException;

/**
 * What a number says of a crystal's class: {@code gap > 0.05}.
 *
 * @param quantity name of the number in the scheme
 * @param comparison {@code <}, {@code <=}, {@code >} or {@code >=}
 */
public record NumberRule(String quantity, String comparison, double limit) implements Serializable {
  private static final long serialVersionUID = 1L;

  public NumberRule {
    if (!comparison.matches("[<>]=?")) {
      throw new UserException("A number is compared by <, <=, > or >=, not by " + comparison);
    }
  }

  boolean holds(double number) {
    return switch (comparison) {
      case "<" -> number < limit;
      case "<=" -> number <= limit;
      case ">" -> number > limit;
      default -> number >= limit;
    };
  }

  @Override
  public String toString() {
    return quantity + " " + comparison + " " + limit;
  }
}
