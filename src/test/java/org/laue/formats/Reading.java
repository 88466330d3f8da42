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
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.structure.Crystal;

/** Everything that came out of a source. */
public final class Reading implements StructureSink {
  public final List<ParsedStructure> structures = new ArrayList<>();
  public final List<Reject> rejects = new ArrayList<>();

  public static Reading of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reading of(String name, byte[] bytes) {
    return of(name, new ByteArrayInputStream(bytes), ReadLimits.DEFAULT);
  }

  public static Reading of(String name, InputStream in, ReadLimits limits) {
    Reading reading = new Reading();
    try {
      StructureFiles.of(limits).read(name, in, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  public static Reading of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(file.toString(), in, ReadLimits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one crystal of a source that gave nothing else. */
  public Crystal crystal() {
    if (structures.size() != 1 || !rejects.isEmpty()) {
      throw new AssertionError("expected one structure, was " + structures + " and " + rejects);
    }
    return (Crystal) structures.get(0).atoms();
  }

  /** The reason of the only reject. */
  public String reason() {
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
