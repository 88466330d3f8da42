package org.laue.tables.runs;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.laue.Locations;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.tables.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write below a directory, for one study at a time, on any file system: object stores
 * have no locks and no atomic rename.
 *
 * <p>A file in the directory names the holder and when it was last renewed. Who finds a fresh one
 * of somebody else stops. Who finds none, or a stale one, writes its own, waits, and reads again:
 * of several that write at once the last one stands, and the others find that it is not theirs. A
 * holder that was asleep while another took over notices when it renews. Clocks of the machines may
 * differ by less than the time after which a lease is stale.
 */
public final class Lease implements Closeable {
  static final String FILE = "_lease.json";

  /** A holder on another machine that has not renewed for so long is taken for dead. */
  static final Duration STALE = Duration.ofMinutes(2);

  private static final Duration RENEWAL = Duration.ofSeconds(20);

  /** Longer than two contenders take from reading to writing. */
  private static final Duration SETTLING = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final FileSystem fileSystem;
  private final Path file;
  private final Holder own;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(Lease::daemon);
  private volatile Holder successor;

  /**
   * Who writes.
   *
   * @param owner drawn anew for each lease
   * @param since instant at which it was taken, ISO 8601
   * @param started of the process, so that another process of the same number is told apart
   * @param renewed instant of the last sign of life
   */
  record Holder(
      String owner, String host, long process, String started, String since, String renewed) {

    static Holder here() {
      String now = Instant.now().toString();
      ProcessHandle self = ProcessHandle.current();
      return new Holder(
          UUID.randomUUID().toString(), hostName(), self.pid(), start(self), now, now);
    }

    Holder again() {
      return new Holder(owner, host, process, started, since, Instant.now().toString());
    }

    /** Whether it may still write; of a process on this machine that is known for sure. */
    boolean isAlive() {
      if (host.equals(hostName())) {
        return ProcessHandle.of(process).filter(p -> start(p).equals(started)).isPresent();
      }
      return Instant.parse(renewed).plus(STALE).isAfter(Instant.now());
    }

    private static String start(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }
  }

  private Lease(FileSystem fileSystem, Path file) {
    this.fileSystem = fileSystem;
    this.file = file;
    this.own = Holder.here();
  }

  /**
   * Takes the lease of a directory, which is made if it is not there.
   *
   * @throws UserException if another process holds it, or the location is a file
   */
  public static Lease take(Configuration configuration, String directory) throws IOException {
    Path path = new Path(directory);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (fileSystem.exists(path) && !fileSystem.getFileStatus(path).isDirectory()) {
      throw new UserException(
          "study.output must be a directory, " + Locations.shown(directory) + " is a file");
    }
    Lease lease = new Lease(fileSystem, new Path(path, FILE));
    lease.take();
    return lease;
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void take() throws IOException {
    refuseIfHeld();
    Optional<IOException> failure = written();
    settle();
    refuseIfHeld();
    if (failure.isPresent()) {
      throw failure.get();
    }
    renewal.scheduleWithFixedDelay(
        this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** On HDFS a write fails when another one at once takes its place; then the other holds it. */
  private Optional<IOException> written() {
    try {
      Json.write(fileSystem, file, own);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private void refuseIfHeld() throws IOException {
    Optional<Holder> holder = holder().filter(this::isAnother).filter(Holder::isAlive);
    if (holder.isPresent()) {
      throw new UserException(held(holder.get(), "writes"));
    }
  }

  private boolean isAnother(Holder holder) {
    return !holder.owner().equals(own.owner());
  }

  private String held(Holder holder, String does) {
    return "Another study %s to %s: process %d on %s, since %s, last seen %s. Wait for it or name another study.output; the lease of a dead one ends after %d minutes"
        .formatted(
            does,
            Locations.shown(file.getParent().toString()),
            holder.process(),
            holder.host(),
            holder.since(),
            holder.renewed(),
            STALE.toMinutes());
  }

  /**
   * @throws UserException if another study took over, for instance while this machine was asleep
   */
  public void require() {
    if (successor != null) {
      throw new UserException(held(successor, "took over writing"));
    }
  }

  private void renew() {
    try {
      Optional<Holder> other = holder().filter(this::isAnother);
      if (other.isPresent()) {
        successor = other.get();
      } else if (successor == null) {
        Json.write(fileSystem, file, own.again());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The lease {} could not be renewed; trying again", Locations.shown("" + file), e);
    }
  }

  /** What the file says; while somebody overwrites it, it may be cut, gone or another one. */
  private Optional<Holder> holder() throws IOException {
    IOException failure = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      if (!fileSystem.exists(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Json.read(fileSystem, file, Holder.class));
      } catch (UserException | ChecksumException e) {
        failure = null;
      } catch (FileNotFoundException | PathIOException e) {
        failure = e;
      }
      settle();
    }
    if (failure != null) {
      throw failure;
    }
    // Left by a process that died while it wrote.
    return Optional.empty();
  }

  private static void settle() {
    try {
      Thread.sleep(SETTLING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unknown host";
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "laue-lease");
    thread.setDaemon(true);
    return thread;
  }

  /** Gives the lease back. */
  @Override
  public void close() throws IOException {
    renewal.shutdownNow();
    if (holder().filter(holder -> !isAnother(holder)).isPresent()) {
      fileSystem.delete(file, false);
    }
  }
}
