package org.laue.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.tables.Hashes;
import org.laue.tables.NewFile;

/**
 * The state of an unfinished training in the directory of its run. It is written whole under a name
 * of its own, its SHA-256 at the end, before the one before it goes: at any moment one of them can
 * be read, also where nothing can be renamed. A run's directory is named by all that moves its
 * weights, so a state that lies there is of this training.
 */
final class TrainingStates {
  private static final String DIRECTORY = "_training";
  private static final int DIGEST_BYTES = 32;

  /** Time between two writings, as a multiple of what one takes. */
  private static final int PAUSE = 100;

  private final FileSystem fileSystem;
  private final Path directory;
  private long notBefore = System.nanoTime();

  TrainingStates(Configuration configuration, Path run) throws IOException {
    this.fileSystem = run.getFileSystem(configuration);
    this.directory = new Path(run, DIRECTORY);
  }

  /** The newest state that is whole. */
  Optional<TrainingState> newest() {
    try {
      for (Path file : files()) {
        Optional<TrainingState> state = read(file);
        if (state.isPresent()) {
          return state;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a state, unless the last writing was so slow or so recent that it would be felt. */
  void keep(Supplier<TrainingState> now) {
    long start = System.nanoTime();
    if (start - notBefore < 0) {
      return;
    }
    try {
      List<Path> before = files();
      TrainingState state = now.get();
      Path file = new Path(directory, "round-%08d.state".formatted(state.rounds()));
      byte[] bytes = state.toBytes();
      try (OutputStream out = NewFile.create(fileSystem, file)) {
        out.write(bytes);
        out.write(Hashes.sha256().digest(bytes));
      }
      for (Path old : before) {
        fileSystem.delete(old, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = System.nanoTime();
    notBefore = end + PAUSE * (end - start);
  }

  /** The training is done. */
  void remove() throws IOException {
    fileSystem.delete(directory, true);
  }

  private Optional<TrainingState> read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = fileSystem.open(file)) {
      bytes = in.readAllBytes();
    } catch (ChecksumException e) {
      return Optional.empty();
    }
    int length = bytes.length - DIGEST_BYTES;
    if (length < 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, length);
    byte[] digest = Arrays.copyOfRange(bytes, length, bytes.length);
    return MessageDigest.isEqual(Hashes.sha256().digest(content), digest)
        ? Optional.of(TrainingState.ofBytes(content))
        : Optional.empty();
  }

  /** Files of states, the newest first. */
  private List<Path> files() throws IOException {
    try {
      return Arrays.stream(fileSystem.listStatus(directory))
          .map(FileStatus::getPath)
          .sorted(Comparator.comparing(Path::getName).reversed())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}
