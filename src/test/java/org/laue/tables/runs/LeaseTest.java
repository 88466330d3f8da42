package org.laue.tables.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.tables.Json;

class LeaseTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path directory;

  private String output() {
    return directory.resolve("out").toString();
  }

  private void leave(Lease.Holder holder) throws IOException {
    Json.write(
        FileSystem.getLocal(HADOOP), new org.apache.hadoop.fs.Path(output(), Lease.FILE), holder);
  }

  private static Lease.Holder elsewhere(Instant renewed) {
    return new Lease.Holder("other", "elsewhere", 7, "", renewed.toString(), renewed.toString());
  }

  @Test
  void aSecondHolderIsRefusedUntilTheFirstGivesItBack() throws IOException {
    try (Lease first = Lease.take(HADOOP, output())) {
      assertThatThrownBy(() -> Lease.take(HADOOP, output()))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("Another study writes to")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      first.require();
    }
    Lease.take(HADOOP, output()).close();
    assertThat(directory.resolve("out").resolve(Lease.FILE)).doesNotExist();
  }

  @Test
  void ofManyAtOnceNoTwoHoldIt() throws Exception {
    assertThat(Contenders.held(HADOOP, output())).isEqualTo(1);
  }

  @Test
  void whoRenewedLatelyElsewhereHoldsItAndWhoDidNotIsTakenOver() throws IOException {
    leave(elsewhere(Instant.now().minusSeconds(60)));
    assertThatThrownBy(() -> Lease.take(HADOOP, output())).hasMessageContaining("on elsewhere");
    leave(elsewhere(Instant.now().minus(Lease.STALE).minusSeconds(1)));
    Lease.take(HADOOP, output()).close();
  }

  @Test
  void aProcessOfThisMachineThatIsGoneIsTakenOverAtOnce() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Lease.Holder here = Lease.Holder.here();
    leave(
        new Lease.Holder(
            "other", here.host(), gone.pid(), here.started(), here.since(), here.renewed()));
    Lease.take(HADOOP, output()).close();
  }

  @Test
  void aFileCutByADeadWriterIsNoHolder() throws IOException {
    Files.createDirectories(directory.resolve("out"));
    Files.writeString(directory.resolve("out").resolve(Lease.FILE), "{\"owner\":");
    Lease.take(HADOOP, output()).close();
  }

  /** As S3 says it between asking for a file and reading it. */
  static class Overwritten extends RawLocalFileSystem {
    private static final AtomicInteger TIMES = new AtomicInteger();

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize)
        throws IOException {
      if (TIMES.getAndDecrement() > 0) {
        throw new PathIOException(file.toString(), "changed while it was read");
      }
      return super.open(file, bufferSize);
    }
  }

  @Test
  void aFileOverwrittenWhileItIsReadIsReadAgain() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.file.impl", Overwritten.class, FileSystem.class);
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
    Overwritten.TIMES.set(2);
    Lease.take(hadoop, output()).close();
    assertThat(Overwritten.TIMES).hasNegativeValue();
    leave(elsewhere(Instant.now()));
    Overwritten.TIMES.set(3);
    assertThatThrownBy(() -> Lease.take(hadoop, output()))
        .hasMessageContaining("changed while it was read");
  }

  @Test
  void anOutputThatIsAFileIsTheUsersMistake() throws IOException {
    Files.writeString(directory.resolve("out"), "x");
    assertThatThrownBy(() -> Lease.take(HADOOP, output()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("study.output must be a directory")
        .hasMessageContaining("is a file");
  }
}
