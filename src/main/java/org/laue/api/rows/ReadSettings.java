package org.laue.api.rows;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;
import org.laue.formats.io.ReadLimits;

/**
 * What a reader takes before it calls a file broken, from the settings of the file systems: {@code
 * --conf spark.hadoop.laue.read.max-atoms=5000000} of the launcher or of spark-submit.
 */
public final class ReadSettings {
  static final String MAX_ATOMS = "laue.read.max-atoms";
  static final String MAX_LINE_LENGTH = "laue.read.max-line-length";
  static final String MAX_UNPACKED_BYTES = "laue.read.max-unpacked-bytes";
  static final String MAX_EXPANSION = "laue.read.max-expansion";

  private ReadSettings() {}

  /**
   * See {@link ReadLimits}, whose default holds for what is not set.
   *
   * @throws UserException if one is no number or not positive
   */
  public static ReadLimits limits(Configuration hadoop) {
    ReadLimits defaults = ReadLimits.DEFAULT;
    return new ReadLimits(
        value(hadoop, MAX_ATOMS, Integer::valueOf, defaults.maxAtoms()),
        value(hadoop, MAX_LINE_LENGTH, Integer::valueOf, defaults.maxLineLength()),
        value(hadoop, MAX_UNPACKED_BYTES, Long::valueOf, defaults.maxUnpackedBytes()),
        value(hadoop, MAX_EXPANSION, Double::valueOf, defaults.maxExpansion()));
  }

  private static <V> V value(
      Configuration hadoop, String key, Function<String, V> parsed, V otherwise) {
    String text = hadoop.getTrimmed(key);
    try {
      return text == null ? otherwise : parsed.apply(text);
    } catch (NumberFormatException e) {
      throw new UserException("%s must be a number, was '%s'".formatted(key, text), e);
    }
  }

  /** Those that are set to something else than their defaults: they move what is read. */
  public static Map<String, String> changed(Configuration hadoop) {
    ReadLimits limits = limits(hadoop);
    return limits.equals(ReadLimits.DEFAULT)
        ? Map.of()
        : new TreeMap<>(Map.of("read.limits", limits.toString()));
  }
}
