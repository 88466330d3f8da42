package org.laue.formats.xyz;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.Place;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.SplittableFormat;
import org.laue.formats.io.StructureSink;

/**
 * XYZ and extended XYZ (libAtoms), any number of frames. A frame with a {@code Lattice} that is
 * periodic in all directions is a crystal; every other frame is a finite cluster.
 */
public final class ExtxyzFormat implements SplittableFormat {
  private final ReadLimits limits;

  public ExtxyzFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "extxyz";
  }

  @Override
  public String description() {
    return "XYZ and extended XYZ, one or many frames";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.extxyz", "*.xyz");
  }

  @Override
  public boolean claims(String fileName) {
    return FileNames.endsWith(fileName, "xyz");
  }

  @Override
  public boolean looksLike(String head) {
    List<String> lines = head.lines().limit(3).toList();
    if (lines.size() < 2 || !Numbers.isCount(lines.get(0).strip())) {
      return false;
    }
    if (FileNames.lower(lines.get(1)).contains("properties=")) {
      return true;
    }
    List<String> atom = Fields.of(lines.size() == 3 ? lines.get(2) : "");
    return atom.size() >= 4
        && Character.isLetter(atom.get(0).charAt(0))
        && atom.subList(1, 4).stream().allMatch(Numbers::isNumber);
  }

  @Override
  public Place read(InputStream in, String source, Place place, StructureSink sink)
      throws IOException {
    LineSource lines = new LineSource(in, limits, place.line());
    for (int position = place.position() + 1; ; position++) {
      try {
        if (atEnd(lines)) {
          return new Place(position - 1, lines.number(), place.lengthUnit());
        }
        sink.accept(new ExtxyzFrame(lines, limits).read(source, position));
      } catch (UserException e) {
        sink.reject(new Reject(source, position, e.getMessage()));
        skipToFrame(lines);
      }
    }
  }

  /**
   * A line that holds nothing but a number of atoms begins a frame, whatever stands before it, if
   * the line before holds something else: only that one could have made a comment of it.
   */
  @Override
  public OptionalLong nextStart(InputStream in) throws IOException {
    LineSource lines = new LineSource(in, limits);
    boolean first = true;
    boolean behindOther = false;
    while (true) {
      boolean count = false;
      try {
        String line = lines.next();
        if (line == null) {
          return OptionalLong.empty();
        }
        count = Numbers.isCount(line.strip());
      } catch (UserException tooLong) {
        // No number of atoms.
      }
      if (count && behindOther) {
        return OptionalLong.of(lines.start());
      }
      behindOther = !first && !count;
      first = false;
    }
  }

  private static boolean atEnd(LineSource lines) throws IOException {
    while (lines.peek() != null && lines.peek().isBlank()) {
      lines.next();
    }
    return lines.peek() == null;
  }

  /** The next frame begins where a line holds nothing but a number of atoms. */
  private static void skipToFrame(LineSource lines) throws IOException {
    boolean found = false;
    while (!found) {
      try {
        found = lines.peek() == null || Numbers.isCount(lines.peek().strip());
        if (!found) {
          lines.next();
        }
      } catch (UserException tooLong) {
        found = false;
      }
    }
  }
}
