package org.laue.formats.optimade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import org.laue.UserException;
import org.laue.formats.io.LineSource;

/** What the two OPTIMADE readers need of JSON. */
final class OptimadeJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private OptimadeJson() {}

  static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  /** What is wrong with the text, without the parser's own source names. */
  static String message(IOException e) {
    if (e instanceof JsonProcessingException json) {
      JsonLocation at = json.getLocation();
      String place = at == null ? "" : " at column " + at.getColumnNr();
      return "Broken JSON" + place + ": " + LineSource.shown(json.getOriginalMessage());
    }
    return "Broken JSON: " + e.getMessage();
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new UserException(message);
    }
  }

  /** The current value as text: as written, or nested values as compact JSON; null for null. */
  static String text(JsonParser json, int maxLength) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isScalarValue()) {
      return json.getTextLength() > maxLength ? null : json.getText();
    }
    BoundedWriter text = new BoundedWriter(maxLength);
    try (JsonGenerator copy = FACTORY.createGenerator(text)) {
      copy.copyCurrentStructure(json);
    }
    return text.overflown ? null : text.toString();
  }

  /** Forgets what goes beyond the limit. */
  private static final class BoundedWriter extends StringWriter {
    private final int limit;
    private boolean overflown;

    BoundedWriter(int limit) {
      this.limit = limit;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      overflown |= getBuffer().length() + length > limit;
      if (!overflown) {
        super.write(text, offset, length);
      }
    }

    @Override
    public void write(String text, int offset, int length) {
      write(text.toCharArray(), offset, length);
    }
  }
}
