package org.laue.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.laue.UserException;

/** VASP's POSCAR and CONTCAR, of version 4 (no element symbols) and 5 or later. */
public final class PoscarFormat implements StructureFormat {
  private static final Pattern NAME =
      Pattern.compile("(?i)(.*[._-])?(poscar|contcar)([._-].*)?|.*\\.vasp");

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
    return "VASP POSCAR and CONTCAR";
  }

  @Override
  public List<String> fileNames() {
    return List.of("POSCAR*", "CONTCAR*", "*.poscar", "*.vasp");
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
    List<String> scale = Fields.of(lines.get(1));
    return (scale.size() == 1 || scale.size() == 3)
        && scale.stream().allMatch(Numbers::isNumber)
        && lines.subList(2, 5).stream().allMatch(PoscarFormat::isVector)
        && (isCounts(lines.get(5)) || isCounts(lines.get(6)));
  }

  private static boolean isVector(String line) {
    List<String> words = Fields.of(line);
    return words.size() >= 3 && words.subList(0, 3).stream().allMatch(Numbers::isNumber);
  }

  private static boolean isCounts(String line) {
    List<String> words = Fields.of(line);
    return !words.isEmpty() && Numbers.isCount(words.get(0));
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    try {
      sink.accept(new PoscarReader(new LineSource(in, limits), limits).read(source));
    } catch (UserException e) {
      sink.reject(new Reject(source, 1, e.getMessage()));
    }
  }
}
