package org.laue.spark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.laue.api.rows.Reading;
import org.laue.api.rows.StructureReader;
import org.laue.formats.FileLabels;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.Crystal;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.runs.PartOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what belongs to a part and stages its crystals. */
final class ReadFiles implements PartWork {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(ReadFiles.class);
  private static final String NO_LATTICE =
      "No periodic lattice: a finite cluster has no space group; give its lattice, or fingerprint"
          + " it as it is";

  private final InputParts.Part own;

  ReadFiles(InputParts.Part own) {
    this.own = own;
  }

  @Override
  public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    List<InputParts.Share> shares = own.shares();
    try (StructureReader reader = new StructureReader(own.sources(), hadoop)) {
      int told = 0;
      while (reader.hasNext()) {
        Reading reading = reader.next();
        for (; told < reading.file(); told++) {
          progress.accept(shares.get(told).bytes());
        }
        out.count("in", 1);
        stage(reading, shares.get(reading.file()).file(), out);
      }
      for (; told < shares.size(); told++) {
        progress.accept(shares.get(told).bytes());
      }
    }
  }

  private static void stage(Reading reading, int sourceIndex, PartOutput out) throws IOException {
    if (reading instanceof Reading.Structure structure) {
      stage(structure.parsed(), sourceIndex, out);
    } else if (reading instanceof Reading.Refused refused) {
      refuse(refused.reject(), out);
    } else if (reading instanceof Reading.Broken broken) {
      // A failure of the storage may pass: Spark tries again.
      if (broken.cause() instanceof IOException storage) {
        throw storage;
      }
      LOG.error("{}: not read", broken.reject().source(), broken.cause());
      refuse(broken.reject(), out);
    }
  }

  private static void stage(ParsedStructure parsed, int sourceIndex, PartOutput out)
      throws IOException {
    if (!(parsed.atoms() instanceof Crystal crystal)) {
      out.reject(parsed.source(), parsed.position(), NO_LATTICE);
      return;
    }
    if (parsed.kind() == ParsedStructure.Kind.UNNAMED_SPECIES) {
      out.reject(parsed.source(), parsed.position(), ParsedStructure.UNNAMED);
      return;
    }
    StructureRow row =
        StructureRow.unlabelled(
                parsed.source(), parsed.position(), parsed.name(), crystal, properties(parsed))
            .withExpected(expected(parsed));
    out.write(StagedRows.stage(row, sourceIndex));
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

  private static void refuse(Reject reject, PartOutput out) throws IOException {
    out.reject(reject.source(), reject.position(), reject.reason());
  }
}
