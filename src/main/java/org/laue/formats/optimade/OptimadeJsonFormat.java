package org.laue.formats.optimade;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/** A response of an OPTIMADE server: one entry or a list of them under {@code data}. */
public final class OptimadeJsonFormat implements StructureFormat {
  private final ReadLimits limits;

  public OptimadeJsonFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "optimade-json";
  }

  @Override
  public String description() {
    return "response of an OPTIMADE structures endpoint";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.json", "*.optimade");
  }

  @Override
  public boolean claims(String fileName) {
    return FileNames.endsWith(fileName, ".json") || FileNames.endsWith(fileName, ".optimade");
  }

  @Override
  public boolean looksLike(String head) {
    return head.stripLeading().startsWith("{")
        && head.contains("\"data\"")
        && (head.contains("\"meta\"") || head.contains("\"attributes\""));
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    Reading reading = new Reading(source, sink);
    try (JsonParser json = OptimadeJson.parser(new JsonBytes(in, false, limits))) {
      reading.response(json);
    } catch (JsonProcessingException | JsonBytes.TokenTooLongException e) {
      sink.reject(new Reject(source, reading.position, OptimadeJson.message(e)));
    }
  }

  /** One pass through a response. */
  private final class Reading {
    private final String source;
    private final StructureSink sink;
    private int position = 1;

    Reading(String source, StructureSink sink) {
      this.source = source;
      this.sink = sink;
    }

    void response(JsonParser json) throws IOException {
      OptimadeJson.require(
          json.nextToken() == JsonToken.START_OBJECT, "A response must be an object");
      boolean found = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = json.currentName().equals("data");
        JsonToken value = json.nextToken();
        if (data && value == JsonToken.START_OBJECT) {
          entry(json);
        } else if (data && value == JsonToken.START_ARRAY) {
          entries(json);
        } else {
          json.skipChildren();
        }
        found |= data;
      }
      OptimadeJson.require(found, "Not an OPTIMADE response: it has no \"data\"");
    }

    private void entries(JsonParser json) throws IOException {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        entry(json);
      }
    }

    private void entry(JsonParser json) throws IOException {
      int outer =
          json.getParsingContext().getNestingDepth()
              - (json.currentToken().isStructStart() ? 1 : 0);
      try {
        Optional<ParsedStructure> structure =
            new OptimadeEntry(limits, source, position).read(json);
        structure.ifPresent(sink::accept);
        position += structure.isPresent() ? 1 : 0;
      } catch (UserException e) {
        sink.reject(new Reject(source, position++, e.getMessage()));
        skipTo(outer, json);
      }
    }

    /** Skips to the end of the entry that was begun at a depth below {@code outer}. */
    private static void skipTo(int outer, JsonParser json) throws IOException {
      JsonToken token = json.currentToken();
      while (token != null && json.getParsingContext().getNestingDepth() > outer) {
        token = json.nextToken();
      }
    }
  }
}
