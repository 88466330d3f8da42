package org.laue.api.rows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A structure as text or as the bytes of a file, packed or not, for instance in a cell of a table.
 *
 * @param format its name; empty to recognise it
 */
public record StructureText(byte[] content, Optional<String> format) implements StructureSource {
  private static final String SEVERAL =
      "It holds more than one structure; give each a text of its own";

  /** How many readings tell one structure from several. */
  private static final int ENOUGH = 2;

  public static StructureText of(String text, Optional<String> format) {
    return new StructureText(text.getBytes(StandardCharsets.UTF_8), format);
  }

  @Override
  public String source() {
    return "text";
  }

  @Override
  public InputStream open(Configuration hadoop) {
    return new ByteArrayInputStream(content);
  }

  /**
   * What a function says of the one structure that this holds, or why there is no answer.
   *
   * @param limit time for it
   */
  public Row row(RowFunction function, Duration limit) {
    StructureReader reader =
        new StructureReader(List.of(this), 0, ENOUGH, new Configuration(false));
    try (RowEngine engine = new RowEngine(function, 1, limit, reader)) {
      Row row = engine.next();
      return engine.hasNext() ? row.failed(SEVERAL) : row;
    }
  }
}
