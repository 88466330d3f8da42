package org.laue.formats.optimade;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Place;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.SplittableFormat;
import org.laue.formats.io.StructureSink;

/** OPTIMADE JSON Lines: a header line, then one entry a line; entries of other types are passed. */
public final class OptimadeLinesFormat implements SplittableFormat {
  private final ReadLimits limits;

  public OptimadeLinesFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "optimade-jsonl";
  }

  @Override
  public String description() {
    return "OPTIMADE JSON Lines, one structures entry a line";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.jsonl", "*.ndjson");
  }

  @Override
  public boolean claims(String fileName) {
    return FileNames.endsWith(fileName, ".jsonl") || FileNames.endsWith(fileName, ".ndjson");
  }

  @Override
  public boolean looksLike(String head) {
    String first = head.stripLeading();
    int end = first.indexOf('\n');
    String line = end < 0 ? first : first.substring(0, end).strip();
    boolean header = line.matches("(?s)\\{\\s*\"x-optimade\".*");
    boolean entry = line.matches("(?s)\\{\\s*\"(type|id|attributes)\"\\s*:.*");
    return header || (entry && (end < 0 || line.endsWith("}")));
  }

  @Override
  public Place read(InputStream in, String source, Place place, StructureSink sink)
      throws IOException {
    JsonBytes bytes = new JsonBytes(in, true, limits, place.line());
    int position = place.position() + 1;
    while (bytes.nextLine()) {
      try {
        Optional<ParsedStructure> structure = readLine(bytes, source, position);
        structure.ifPresent(sink::accept);
        position += structure.isPresent() ? 1 : 0;
      } catch (UserException e) {
        sink.reject(new Reject(source, position, e.getMessage() + " (line " + bytes.line() + ")"));
        position++;
      } catch (JsonProcessingException | JsonBytes.TokenTooLongException e) {
        sink.reject(
            new Reject(source, position, OptimadeJson.message(e) + " (line " + bytes.line() + ")"));
        position++;
      }
    }
    return new Place(position - 1, bytes.line(), place.lengthUnit());
  }

  /** Every line but the first begins an entry: none goes over an end of line. */
  @Override
  public OptionalLong nextStart(InputStream in) throws IOException {
    JsonBytes bytes = new JsonBytes(in, true, limits);
    if (!bytes.nextLine()) {
      return OptionalLong.empty();
    }
    return bytes.nextLine() ? OptionalLong.of(bytes.taken()) : OptionalLong.empty();
  }

  private Optional<ParsedStructure> readLine(JsonBytes line, String source, int position)
      throws IOException {
    try (JsonParser json = OptimadeJson.parser(line)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      Optional<ParsedStructure> structure = new OptimadeEntry(limits, source, position).read(json);
      if (json.nextToken() != null) {
        throw new UserException("More follows behind the entry; one entry a line is expected");
      }
      return structure;
    }
  }
}
