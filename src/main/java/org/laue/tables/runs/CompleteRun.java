package org.laue.tables.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.tables.Hashes;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;

/** A finished run as readers see it: its directory and the manifest that names its files. */
public record CompleteRun(Path path, Manifest manifest) {

  /** Data files of the table, in order. */
  public List<Path> files() {
    return manifest.files().stream().map(file -> new Path(path, file.name())).toList();
  }

  /** Files of the rejects. */
  public List<Path> rejectFiles() {
    return manifest.rejects().stream().map(file -> new Path(path, file.name())).toList();
  }

  /** A reader of all rows; only the columns of {@code schema} are read. */
  public TableReader read(Configuration configuration, TableSchema schema) {
    return new TableReader(configuration, schema, files());
  }

  public TableReader readRejects(Configuration configuration) {
    return new TableReader(configuration, TableSchemas.REJECTS, rejectFiles());
  }

  /**
   * Reads every byte and compares the checksums.
   *
   * @throws UserException naming the first file that differs from the manifest
   */
  public void verify(Configuration configuration) throws IOException {
    List<DataFile> all = new ArrayList<>(manifest.files());
    all.addAll(manifest.rejects());
    for (DataFile file : all) {
      Path data = new Path(path, file.name());
      String found = checksum(configuration, data);
      if (!found.equals(file.sha256())) {
        throw new UserException(
            data + " has SHA-256 " + found + ", its manifest says " + file.sha256());
      }
    }
  }

  private static String checksum(Configuration configuration, Path data) throws IOException {
    var digest = Hashes.sha256();
    byte[] buffer = new byte[1 << 16];
    try (FSDataInputStream in = data.getFileSystem(configuration).open(data)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Hashes.hex(digest.digest());
  }
}
