package org.laue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open Babel in Python as the second reader; where it falls over a file, it is started again. */
final class OpenBabelReader implements FormatFuzz.SecondReader, AutoCloseable {
  /** Its names of the formats that it reads with a cell, for files with one structure. */
  private static final Map<String, String> FORMATS =
      Map.of("listed.cif", "cif", "geometry.in", "fhiaims");

  private final String python;
  private PythonPeer peer;

  OpenBabelReader(String python) throws IOException {
    this.python = python;
    this.peer = PythonPeer.start(python, "fuzz_peer.py");
  }

  /** Version, or why it is not there. */
  String note() {
    return peer.note();
  }

  @Override
  public Optional<FormatFuzz.Content> read(String file, String text) {
    if (!FORMATS.containsKey(file) || !peer.isThere()) {
      return Optional.empty();
    }
    try {
      return content(peer.ask(Map.of("format", FORMATS.get(file), "text", text)));
    } catch (IOException ended) {
      restart();
      return Optional.empty();
    }
  }

  private void restart() {
    peer.close();
    try {
      peer = PythonPeer.start(python, "fuzz_peer.py");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<FormatFuzz.Content> content(JsonNode answer) {
    List<Double> cell = new ArrayList<>();
    answer.path("cell").forEach(length -> cell.add(length.asDouble()));
    int atoms = answer.path("atoms").asInt();
    return atoms == 0 ? Optional.empty() : Optional.of(new FormatFuzz.Content(atoms, cell));
  }

  @Override
  public void close() {
    peer.close();
  }
}
