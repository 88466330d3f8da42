package org.laue.study.real;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.laue.UserException;

/**
 * What a property of a structure must say: {@code kind=liquid} all of it, {@code description~300 K}
 * a part of it.
 */
public record PropertyCondition(String key, char sign, String text) {

  static PropertyCondition parse(String written) {
    for (int i = 1; i < written.length(); i++) {
      if (written.charAt(i) == '=' || written.charAt(i) == '~') {
        String key = written.substring(0, i).strip();
        return new PropertyCondition(key, written.charAt(i), written.substring(i + 1).strip());
      }
    }
    throw new UserException(
        "A condition is written key=value or key~part of the value, was '" + written + "'");
  }

  /**
   * @param properties of the structure, by key
   */
  public boolean holds(Map<String, String> properties) {
    Predicate<String> says = sign == '=' ? text::equals : value -> value.contains(text);
    return Optional.ofNullable(properties.get(key)).filter(says).isPresent();
  }
}
