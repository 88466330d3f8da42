package org.laue.api.rows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.laue.formats.StructureFiles;

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
    List<Reading> readings = new ArrayList<>(ENOUGH);
    Configuration hadoop = new Configuration(false);
    try {
      StructureFiles formats =
          StructureFiles.of(ReadSettings.limits(hadoop), new NamedSpaceGroups());
      new SourceReading(this, 0, reading -> take(reading, readings)).read(formats, hadoop);
    } catch (SourceReading.Enough e) {
      // There are several.
    }
    Row row =
        readings.get(0) instanceof Reading.Structure structure
            ? SharedRows.row(new RowJob(function, structure.parsed(), limit))
            : RowEngine.failed((Reading.Unread) readings.get(0), function);
    return readings.size() < ENOUGH ? row : row.failed(SEVERAL);
  }

  private static void take(Reading reading, List<Reading> readings) {
    readings.add(reading);
    if (readings.size() == ENOUGH) {
      throw new SourceReading.Enough();
    }
  }
}
