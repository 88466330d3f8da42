package org.laue.descriptors;

import java.util.Map;
import java.util.TreeMap;
import org.laue.Spelling;
import org.laue.UserException;

/**
 * Reads a descriptor's settings back from the names and texts that stand in models and manifests.
 */
public final class SettingsReader {
  private final String descriptor;
  private final Map<String, String> rest;

  /**
   * @param descriptor for messages
   */
  public SettingsReader(String descriptor, Map<String, String> settings) {
    this.descriptor = descriptor;
    this.rest = new TreeMap<>(settings);
  }

  public int integer(String key) {
    return (int) number(key);
  }

  public double number(String key) {
    String text = take(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UserException(
          "%s parameter %s is no number: %s".formatted(descriptor, key, text), e);
    }
  }

  public <E extends Enum<E>> E constant(Class<E> type, String key) {
    String text = take(key);
    for (E value : type.getEnumConstants()) {
      if (Spelling.of(value).equals(text)) {
        return value;
      }
    }
    throw new UserException("%s parameter %s cannot be '%s'".formatted(descriptor, key, text));
  }

  /** Passes over a setting that may be there. */
  public void pass(String key) {
    rest.remove(key);
  }

  /**
   * @throws UserException if a setting was not asked for
   */
  public void requireNothingLeft() {
    if (!rest.isEmpty()) {
      throw new UserException("Unknown %s parameters %s".formatted(descriptor, rest.keySet()));
    }
  }

  private String take(String key) {
    String text = rest.remove(key);
    if (text == null) {
      throw new UserException("%s parameter %s is missing".formatted(descriptor, key));
    }
    return text;
  }
}
