package org.laue.spark;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.laue.formats.FileLabels;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.structure.Crystal;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.runs.PartOutput;

/** Reads the files of a part and stages their crystals. */
final class ReadFiles implements PartWork {
  private static final long serialVersionUID = 1L;

  private final InputParts parts;

  ReadFiles(InputParts parts) {
    this.parts = parts;
  }

  @Override
  public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    StructureFiles readers = StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups());
    for (int i = parts.firstFile(part); i < parts.endFile(part); i++) {
      InputFile file = parts.files().get(i);
      try (InputStream in = open(file, hadoop)) {
        readers.read(file.source(), in, new Staging(out, i));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } catch (FileNotFoundException
          | AccessControlException
          | ChecksumException
          | EOFException e) {
        // The file's own fault. Any other failure of the storage may pass: Spark tries again.
        out.reject(file.source(), 0, "Cannot be read: " + e.getMessage());
        out.count("in", 1);
      }
      progress.accept(file.bytes());
    }
  }

  private static InputStream open(InputFile file, Configuration hadoop) throws IOException {
    Path path = new Path(file.path());
    return path.getFileSystem(hadoop).open(path);
  }

  /** Writes what the readers find. */
  private record Staging(PartOutput out, int sourceIndex) implements StructureSink {

    @Override
    public void accept(ParsedStructure parsed) {
      out.count("in", 1);
      if (!(parsed.atoms() instanceof Crystal crystal)) {
        refuse(
            parsed.source(),
            parsed.position(),
            "No periodic lattice: a finite cluster has no space group; give its lattice, or"
                + " fingerprint it as it is");
        return;
      }
      if (parsed.kind() == ParsedStructure.Kind.UNNAMED_SPECIES) {
        refuse(parsed.source(), parsed.position(), ParsedStructure.UNNAMED);
        return;
      }
      StructureRow row =
          StructureRow.unlabelled(
                  parsed.source(), parsed.position(), parsed.name(), crystal, properties(parsed))
              .withExpected(expected(parsed));
      try {
        out.write(StagedRows.stage(row, sourceIndex));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What the reader had to assume travels with what the file says. */
    private static Map<String, String> properties(ParsedStructure parsed) {
      if (parsed.warnings().isEmpty()) {
        return parsed.properties();
      }
      Map<String, String> properties = new LinkedHashMap<>(parsed.properties());
      properties.put("laue_warning", parsed.warning());
      return properties;
    }

    /** What the file says of the structure itself, else of the crystal it was made from. */
    private static Integer expected(ParsedStructure parsed) {
      OptionalInt own = FileLabels.spaceGroup(parsed);
      OptionalInt stated = own.isPresent() ? own : FileLabels.parentSpaceGroup(parsed);
      return stated.isPresent() ? stated.getAsInt() : null;
    }

    @Override
    public void reject(Reject reject) {
      out.count("in", 1);
      refuse(reject.source(), reject.position(), reject.reason());
    }

    private void refuse(String source, int position, String reason) {
      try {
        out.reject(source, position, reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
