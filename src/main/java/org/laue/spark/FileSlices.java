package org.laue.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laue.api.rows.FilePiece;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.ReadSettings;
import org.laue.api.rows.StructureReader;
import org.laue.api.rows.StructureSource;
import scala.Tuple2;

/**
 * Divides files among tasks: many small ones to a task, and several tasks to a file of many frames,
 * which is counted first. What a task hands over is bounded, however large the file is.
 */
final class FileSlices {
  /** Small enough that a task ends within seconds, large enough to be worth a task. */
  private static final int FILES = 32;

  private static final long BYTES = 1L << 18;

  /** Every slice of a file reads from its beginning, so there are not too many. */
  private static final int SLICES_PER_SLOT = 4;

  private static final int FRAMES = 64;
  private static final int MOST_FRAMES = 1 << 13;

  /** Stored bytes of a piece: its slices read it from its beginning. */
  private static final long PIECE = 4L << 20;

  private final LaueSession session;
  private final HadoopSettings hadoop;
  private final List<FileSlice> slices = new ArrayList<>();
  private final List<InputFile> small = new ArrayList<>();

  FileSlices(LaueSession session, HadoopSettings hadoop) {
    this.session = session;
    this.hadoop = hadoop;
  }

  /** Slices in order that leave out the first {@code skip} of what there is to read. */
  List<FileSlice> of(List<InputFile> files, long skip) {
    long size = Math.min(PIECE, ReadSettings.splitSize(session.hadoop()));
    Map<String, List<FilePiece>> pieces =
        new LargeFiles(session, hadoop, "files", size).pieces(files);
    List<InputFile> counted =
        files.stream()
            .filter(file -> !pieces.containsKey(file.path()))
            .filter(file -> skip > 0 || file.bytes() > BYTES)
            .toList();
    Map<String, Long> counts = counts(counted);
    long left = skip;
    for (InputFile file : files) {
      if (pieces.containsKey(file.path())) {
        flush();
        for (FilePiece piece : pieces.get(file.path())) {
          long frames = piece.piece().readings();
          addSlices(piece, Math.min(left, frames), frames);
          left -= Math.min(left, frames);
        }
      } else if (left == 0 && file.bytes() <= BYTES) {
        addSmall(file);
      } else {
        long frames = counts.get(file.path());
        flush();
        addSlices(file, Math.min(left, frames), frames);
        left -= Math.min(left, frames);
      }
    }
    flush();
    return slices;
  }

  /** How much there is to read in each file, by path. */
  private Map<String, Long> counts(List<InputFile> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    HadoopSettings settings = hadoop;
    return session
        .context()
        .parallelize(files, Math.min(files.size(), SLICES_PER_SLOT * session.parallelism()))
        .mapToPair(file -> new Tuple2<>(file.path(), count(file, settings)))
        .collectAsMap();
  }

  private static long count(InputFile file, HadoopSettings hadoop) {
    long count = 0;
    try (StructureReader reader = new StructureReader(List.of(file), hadoop.configuration())) {
      while (reader.hasNext()) {
        reader.next();
        count++;
      }
    }
    return count;
  }

  private void addSmall(InputFile file) {
    small.add(file);
    if (small.size() == FILES) {
      flush();
    }
  }

  private void flush() {
    if (!small.isEmpty()) {
      slices.add(FileSlice.whole(small));
      small.clear();
    }
  }

  private void addSlices(StructureSource file, long from, long frames) {
    int most = SLICES_PER_SLOT * session.parallelism();
    long size = Math.min(MOST_FRAMES, Math.max(FRAMES, (frames + most - 1) / most));
    for (long first = from; first < frames; first += size) {
      slices.add(FileSlice.of(file, first, Math.min(frames, first + size)));
    }
  }
}
