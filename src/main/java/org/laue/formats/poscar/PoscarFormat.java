package org.laue.formats.poscar;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.Fields;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/**
 * VASP's POSCAR and CONTCAR, of version 4 (no element symbols) and 5 or later, and all frames of an
 * XDATCAR of version 5 or later.
 */
public final class PoscarFormat implements StructureFormat {
  private static final Pattern NAME =
      Pattern.compile("(?i)(.*[._-])?(poscar|contcar|xdatcar)([._-].*)?|.*\\.vasp");

  private final ReadLimits limits;

  public PoscarFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "poscar";
  }

  @Override
  public String description() {
    return "VASP POSCAR, CONTCAR and XDATCAR";
  }

  @Override
  public List<String> fileNames() {
    return List.of("POSCAR*", "CONTCAR*", "XDATCAR*", "*.poscar", "*.vasp");
  }

  @Override
  public boolean claims(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public boolean looksLike(String head) {
    List<String> lines = head.lines().limit(7).toList();
    if (lines.size() < 7) {
      return false;
    }
    return isScale(lines.get(1))
        && lines.subList(2, 5).stream().allMatch(PoscarFormat::isVector)
        && (isCounts(lines.get(5)) || isCounts(lines.get(6)));
  }

  /** One factor, or one for each axis. */
  private static boolean isScale(String line) {
    List<String> words = Fields.of(line.replaceFirst("\\s[!#].*", ""));
    return (words.size() == 1 || words.size() == 3) && words.stream().allMatch(Numbers::isNumber);
  }

  /** Whether the line begins with three numbers. */
  static boolean isVector(String line) {
    List<String> words = Fields.of(line);
    return words.size() >= 3 && words.subList(0, 3).stream().allMatch(Numbers::isNumber);
  }

  private static boolean isCounts(String line) {
    List<String> words = Fields.of(line);
    return !words.isEmpty() && Numbers.isCount(words.get(0));
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    LineSource lines = new LineSource(in, limits);
    PoscarReader reader = new PoscarReader(lines, limits);
    int position = 0;
    do {
      try {
        sink.accept(reader.read(source, ++position));
      } catch (UserException e) {
        sink.reject(new Reject(source, position, e.getMessage()));
        reader.giveUpFrame();
      }
    } while (reader.toNext());
  }
}
