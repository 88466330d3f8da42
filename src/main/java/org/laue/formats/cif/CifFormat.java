package org.laue.formats.cif;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;

/** Crystallographic Information File: each data block with a cell is a structure. */
public final class CifFormat implements StructureFormat {
  private static final Pattern DATA = Pattern.compile("(?im)^\\s*data_\\S*");
  private static final Pattern TAG = Pattern.compile("(?im)^\\s*(loop_|_[a-z0-9_]+[._a-z0-9]*)");

  private final ReadLimits limits;
  private final SpaceGroupOperations operations;

  public CifFormat(ReadLimits limits, SpaceGroupOperations operations) {
    this.limits = limits;
    this.operations = operations;
  }

  @Override
  public String name() {
    return "cif";
  }

  @Override
  public String description() {
    return "Crystallographic Information File, one or many data blocks";
  }

  @Override
  public List<String> fileNames() {
    return List.of("*.cif", "*.mcif");
  }

  @Override
  public boolean claims(String fileName) {
    return FileNames.endsWith(fileName, "cif");
  }

  @Override
  public boolean looksLike(String head) {
    return DATA.matcher(head).find() && TAG.matcher(head).find();
  }

  @Override
  public void read(InputStream in, String source, StructureSink sink) throws IOException {
    CifReader reader = new CifReader(new LineSource(in, limits));
    int position = 1;
    while (reader.toNextBlock()) {
      try {
        CifBlock block = reader.block();
        if (CifStructure.isStructure(block)) {
          sink.accept(new CifStructure(block, limits, operations).read(source, position));
          position++;
        }
      } catch (UserException e) {
        sink.reject(new Reject(source, position++, reader.where() + e.getMessage()));
      }
    }
    if (position == 1) {
      throw reader
          .firstError()
          .orElseGet(
              () -> new UserException("No data block (data_...) with a cell and atom sites"));
    }
  }
}
