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

  /** Stored bytes; Hadoop's suffixes k, m, g may follow. Moves no row. */
  static final String SPLIT_SIZE = "laue.read.split-size";

  private static final long DEFAULT_SPLIT_SIZE = 16L << 20;

  private ReadSettings() {}

  /**
   * Stored bytes that one task reads: smaller files are packed together up to it, a larger one is
   * read by several tasks where that is possible.
   *
   * @throws UserException if it is no size or not positive
   */
  public static long splitSize(Configuration hadoop) {
    long size;
    try {
      size = hadoop.getLongBytes(SPLIT_SIZE, DEFAULT_SPLIT_SIZE);
    } catch (IllegalArgumentException e) {
      throw splitSize(hadoop.get(SPLIT_SIZE), e);
    }
    if (size < 1) {
      throw splitSize(hadoop.get(SPLIT_SIZE), null);
    }
    return size;
  }

  private static UserException splitSize(String text, Exception cause) {
    return new UserException(
        "%s must be a positive number of bytes, as 16777216 or 16m, was '%s'"
            .formatted(SPLIT_SIZE, text),
        cause);
  }

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
