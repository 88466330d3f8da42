package org.laue.formats.lammps;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/**
 * LAMMPS text dumps, styles atom and custom, any number of frames. Elements come from the column
 * {@code element}, else from {@code mass}; without both, types only tell kinds of atoms apart.
 */
public final class LammpsDumpFormat implements StructureFormat {
  private static final Pattern NAME =
      Pattern.compile("(?i)dump\\..*|.*[._](dump|lammpstrj)(\\.\\d+)?");
  private static final Pattern HEAD = Pattern.compile("ITEM: (TIMESTEP|UNITS|TIME)\\b");

  private final ReadLimits limits;

  public LammpsDumpFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "lammps-dump";
  }

  @Override
  public String description() {
    return "LAMMPS dump, one or many frames";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.lammpstrj", "*.dump", "dump.*");
  }

  @Override
  public boolean claims(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public boolean looksLike(String head) {
    return HEAD.matcher(head).lookingAt();
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    LineSource lines = new LineSource(in, limits);
    double factor = 1;
    int position = 0;
    while (toFrame(lines)) {
      position++;
      try {
        DumpFrame frame = new DumpFrame(lines, limits, factor);
        sink.accept(frame.read(source, position));
        factor = frame.factor();
      } catch (UserException e) {
        sink.reject(new Reject(source, position, e.getMessage()));
      }
    }
  }

  /** Goes on to where a frame begins; whether there is one. */
  private static boolean toFrame(LineSource lines) throws IOException {
    while (true) {
      try {
        String line = lines.peek();
        if (line == null || HEAD.matcher(line).lookingAt()) {
          return line != null;
        }
        lines.next();
      } catch (UserException tooLong) {
        // Not a head either.
      }
    }
  }
}
