package org.laue.tables.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.tables.Hashes;
import org.laue.tables.parquet.DataFile;

/** Compares a file of a run with what the manifest says of it, reading it once from end to end. */
public final class FileCheck {
  private static final int BUFFER_BYTES = 1 << 20;

  private FileCheck() {}

  /**
   * What is wrong with a file, or nothing.
   *
   * @throws IOException if the storage fails, which says nothing about the file
   */
  public static Optional<String> fault(Configuration configuration, Path path, DataFile file)
      throws IOException {
    try {
      FileSystem fileSystem = path.getFileSystem(configuration);
      long bytes = fileSystem.getFileStatus(path).getLen();
      if (bytes != file.bytes()) {
        return Optional.of("has " + bytes + " bytes instead of " + file.bytes());
      }
      String found = checksum(fileSystem, path);
      return found.equals(file.sha256())
          ? Optional.empty()
          : Optional.of("has SHA-256 " + found + ", its manifest says " + file.sha256());
    } catch (FileNotFoundException e) {
      return Optional.of("is missing");
    } catch (ChecksumException e) {
      return Optional.of("differs from Hadoop's checksum beside it");
    }
  }

  private static String checksum(FileSystem fileSystem, Path path) throws IOException {
    MessageDigest digest = Hashes.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FSDataInputStream in = fileSystem.open(path, BUFFER_BYTES)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Hashes.hex(digest.digest());
  }
}
