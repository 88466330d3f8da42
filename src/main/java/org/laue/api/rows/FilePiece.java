package org.laue.api.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.laue.formats.Layout;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.Piece;
import org.laue.formats.io.StructureSink;

/** The structures that begin in a chunk of a large file, at their positions in the file. */
public record FilePiece(InputFile file, Layout layout, Piece piece)
    implements StructureSource, Serializable {

  @Override
  public String source() {
    return file.source();
  }

  @Override
  public InputStream open(Configuration hadoop) throws IOException {
    return file.open(hadoop);
  }

  @Override
  public int before() {
    return piece.place().position();
  }

  /** Stored bytes of the chunk. */
  public long bytes() {
    return Math.min(file.bytes(), piece.to()) - piece.from();
  }

  @Override
  public void read(StructureFiles formats, Configuration hadoop, StructureSink sink)
      throws IOException {
    formats.divided(source(), layout, offset -> file.open(hadoop, offset)).read(piece, sink);
  }
}
