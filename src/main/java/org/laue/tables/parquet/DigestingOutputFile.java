package org.laue.tables.parquet;

import java.io.IOException;
import java.security.MessageDigest;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.laue.tables.Hashes;
import org.laue.tables.NewFile;

/** A file that knows the SHA-256 and the length of what was written, without reading it again. */
final class DigestingOutputFile implements OutputFile {
  private final FileSystem fileSystem;
  private final Path path;
  private final MessageDigest digest = Hashes.sha256();
  private long bytes;

  DigestingOutputFile(FileSystem fileSystem, Path path) {
    this.fileSystem = fileSystem;
    this.path = path;
  }

  long bytes() {
    return bytes;
  }

  /** The checksum; call once, after the file is closed. */
  String sha256() {
    return Hashes.hex(digest.digest());
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return createOrOverwrite(blockSizeHint);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return new DigestingStream(NewFile.create(fileSystem, path));
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return path.toString();
  }

  private final class DigestingStream extends PositionOutputStream {
    private final NewFile out;

    DigestingStream(NewFile out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return bytes;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      digest.update((byte) b);
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      digest.update(buffer, offset, length);
      bytes += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
