package org.laue.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;

/** Records as JSON, with map keys in order so that equal values give equal texts. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Json() {}

  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write as JSON: " + value, e);
    }
  }

  /**
   * @throws UserException if the text is not what the type needs
   */
  public static <V> V parse(String text, Class<V> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UserException("No readable " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  public static void write(FileSystem fileSystem, Path path, Object value) throws IOException {
    String text =
        MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + System.lineSeparator();
    try (OutputStream out = NewFile.create(fileSystem, path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  public static <V> V read(FileSystem fileSystem, Path path, Class<V> type) throws IOException {
    try (InputStream in = fileSystem.open(path)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
    }
  }
}
