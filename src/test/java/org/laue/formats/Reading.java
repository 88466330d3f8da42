package org.laue.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Crystal;

/** Everything that came out of a source. */
final class Reading implements StructureSink {
  final List<ParsedStructure> structures = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();

  static Reading of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(String name, byte[] bytes) {
    return of(name, new ByteArrayInputStream(bytes), ReadLimits.DEFAULT);
  }

  static Reading of(String name, InputStream in, ReadLimits limits) {
    Reading reading = new Reading();
    try {
      StructureFiles.of(limits).read(name, in, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  static Reading of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(file.toString(), in, ReadLimits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one crystal of a source that gave nothing else. */
  Crystal crystal() {
    if (structures.size() != 1 || !rejects.isEmpty()) {
      throw new AssertionError("expected one structure, was " + structures + " and " + rejects);
    }
    return (Crystal) structures.get(0).atoms();
  }

  /** The reason of the only reject. */
  String reason() {
    if (rejects.size() != 1) {
      throw new AssertionError("expected one reject, was " + structures + " and " + rejects);
    }
    return rejects.get(0).reason();
  }

  @Override
  public void accept(ParsedStructure structure) {
    structures.add(structure);
  }

  @Override
  public void reject(Reject reject) {
    rejects.add(reject);
  }
}
