package org.laue.tables;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;

class NewFileTest {
  private static final Path PLACE = new Path("s3a://key:secret@bucket/out/part.parquet");

  /** Takes no byte. */
  private static final class Full extends FilterFileSystem {
    Full() throws IOException {
      super(FileSystem.getLocal(new Configuration()));
    }

    @Override
    public FSDataOutputStream create(
        Path file,
        FsPermission permission,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      return new FSDataOutputStream(full, null);
    }
  }

  @Test
  void aFullDiskIsAnExceptionThatNamesTheFileAndNoSecret() throws IOException {
    OutputStream file = NewFile.create(new Full(), PLACE);
    for (byte[] bytes : new byte[][] {{1}, new byte[5000]}) {
      assertThatThrownBy(() -> file.write(bytes))
          .isInstanceOf(WriteException.class)
          .hasMessageContainingAll("bucket/out/part.parquet", "No space left on device")
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(() -> file.write(1)).isInstanceOf(WriteException.class);
  }
}
