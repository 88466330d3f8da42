package org.laue.formats.lammps;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/**
 * LAMMPS data files, as {@code read_data} takes them. They do not say where they are periodic, so
 * it is assumed everywhere, as LAMMPS does; lengths are taken as angstrom. Elements come from the
 * type labels or the comments behind the masses, else from the masses.
 */
public final class LammpsDataFormat implements StructureFormat {
  private static final Pattern NAME = Pattern.compile("(?i)data\\..*|.*\\.(lmp|lammps|data)");
  private static final Pattern ATOMS = Pattern.compile("(?m)^\\s*\\d+\\s+atoms\\b");
  private static final Pattern BOX = Pattern.compile("(?m)^\\s*\\S+\\s+\\S+\\s+xlo\\s+xhi\\b");

  private final ReadLimits limits;

  public LammpsDataFormat(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "lammps-data";
  }

  @Override
  public String description() {
    return "LAMMPS data file";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.lmp", "*.data", "data.*");
  }

  @Override
  public boolean claims(String fileName) {
    return NAME.matcher(FileNames.lower(fileName)).matches();
  }

  @Override
  public boolean looksLike(String head) {
    return ATOMS.matcher(head).find() && BOX.matcher(head).find();
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    try {
      sink.accept(new DataReader(new LineSource(in, limits), limits).read(source));
    } catch (UserException e) {
      sink.reject(new Reject(source, 1, e.getMessage()));
    }
  }
}
