package org.laue.formats.aims;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/** FHI-aims {@code geometry.in}: with three lattice vectors a crystal, without any a cluster. */
public final class AimsFormat implements StructureFormat {
  private final ReadLimits limits;

  public AimsFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "aims";
  }

  @Override
  public String description() {
    return "FHI-aims geometry";
  }

  @Override
  public List<String> fileNames() {
    return List.of("geometry.in", "*.geometry.in", "geometry.in.next_step", "*.aims");
  }

  @Override
  public boolean claims(String fileName) {
    String name = FileNames.lower(fileName);
    return name.startsWith("geometry.in")
        || name.endsWith("geometry.in")
        || name.endsWith(".geometry.in.next_step")
        || name.endsWith(".aims");
  }

  @Override
  public boolean looksLike(String head) {
    return head.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Fields::of)
        .filter(words -> !AimsGeometry.PASSED_OVER.contains(words.get(0)))
        .findFirst()
        .filter(words -> words.get(0).matches("atom|atom_frac|lattice_vector"))
        .filter(words -> words.size() >= 4)
        .filter(words -> words.subList(1, 4).stream().allMatch(Numbers::isNumber))
        .isPresent();
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    LineSource lines = new LineSource(in, limits);
    try {
      AimsGeometry geometry = new AimsGeometry(limits);
      for (String line = lines.next(); line != null; line = lines.next()) {
        try {
          geometry.add(line);
        } catch (UserException e) {
          throw lines.error(e.getMessage());
        }
      }
      sink.accept(
          new ParsedStructure(source, 1, FileNames.stem(source), geometry.atoms(), Map.of()));
    } catch (UserException e) {
      sink.reject(new Reject(source, 1, e.getMessage()));
    }
  }
}
