package org.laue.formats.lammps;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Place;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.SplittableFormat;
import org.laue.formats.io.StructureSink;

/**
 * LAMMPS text dumps, styles atom and custom, any number of frames. Elements come from the column
 * {@code element}, else from {@code mass}; without both, types only tell kinds of atoms apart.
 */
public final class LammpsDumpFormat implements SplittableFormat {
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
  public Place read(InputStream in, String source, Place place, StructureSink sink)
      throws IOException {
    LineSource lines = new LineSource(in, limits, place.line());
    double factor = place.lengthUnit();
    int position = place.position();
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
    return new Place(position, lines.number(), factor);
  }

  /**
   * A head begins a frame, whatever stands before it, if the item before it is that of the atoms
   * and has a line: no header goes beyond these two.
   */
  @Override
  public OptionalLong nextStart(InputStream in) throws IOException {
    LineSource lines = new LineSource(in, limits);
    boolean first = true;
    boolean atoms = false;
    boolean behindAtom = false;
    while (true) {
      String line = "";
      try {
        line = lines.next();
      } catch (UserException tooLong) {
        // Neither a head nor another item.
      }
      if (line == null) {
        return OptionalLong.empty();
      }
      if (behindAtom && HEAD.matcher(line).lookingAt()) {
        return OptionalLong.of(lines.start());
      }
      boolean item = line.strip().startsWith(DumpFrame.ITEM);
      atoms = !first && (item ? line.startsWith(DumpFrame.ATOMS) : atoms);
      behindAtom = atoms && !item;
      first = false;
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
