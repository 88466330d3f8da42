package org.laue.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.Function;
import org.laue.api.rows.FilePiece;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.NamedSpaceGroups;
import org.laue.api.rows.ReadSettings;
import org.laue.formats.Layout;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.DividedFile;
import org.laue.formats.io.Piece;
import org.laue.formats.io.Place;
import org.laue.formats.io.StoredChunks;
import org.laue.formats.io.Survey;

/**
 * Divides large files among tasks, where their packing and format allow it: each chunk is surveyed
 * by a task, after which another can read it as if it had come from the beginning of the file.
 */
final class LargeFiles {
  private static final int MOST_TASKS = 10_000;
  private static final int SHOWN = 3;

  private final LaueSession session;
  private final HadoopSettings hadoop;
  private final String step;
  private final long size;

  /**
   * @param step that reads them, for messages
   * @param size stored bytes of a chunk; smaller files are left alone
   */
  LargeFiles(LaueSession session, HadoopSettings hadoop, String step, long size) {
    this.session = session;
    this.hadoop = hadoop;
    this.step = step;
    this.size = size;
  }

  /** A chunk of a large file before it was surveyed. */
  private record Chunk(InputFile file, Layout layout, long from, long to, Place entry)
      implements Serializable {
    Chunk with(double lengthUnit) {
      return new Chunk(file, layout, from, to, new Place(0, 0, lengthUnit));
    }
  }

  /** The pieces of the files that can be divided, by path. */
  Map<String, List<FilePiece>> pieces(List<InputFile> files) {
    List<InputFile> large =
        files.stream().filter(file -> file.problem() == null && file.bytes() > size).toList();
    if (large.isEmpty()) {
      return Map.of();
    }
    List<Layout> layouts = onTasks(large, new LayoutTask(hadoop));
    tell(large, layouts);
    Map<String, List<Chunk>> chunks = new LinkedHashMap<>();
    for (int i = 0; i < large.size(); i++) {
      if (layouts.get(i).isDivisible()) {
        chunks.put(large.get(i).path(), chunks(large.get(i), layouts.get(i)));
      }
    }
    Map<String, List<Survey>> surveys = surveys(chunks);
    surveys.putAll(surveys(again(chunks, surveys)));
    Map<String, List<FilePiece>> pieces = new HashMap<>();
    surveys.forEach((path, of) -> pieces.put(path, pieces(chunks.get(path).get(0), of)));
    pieces.values().removeIf(List::isEmpty);
    return pieces;
  }

  private List<Chunk> chunks(InputFile file, Layout layout) {
    List<Chunk> chunks = new ArrayList<>();
    for (long from = 0; from < file.bytes(); from += size) {
      long to = from + size < file.bytes() ? from + size : StoredChunks.END;
      chunks.add(new Chunk(file, layout, from, to, Place.BEGINNING));
    }
    return chunks;
  }

  /** Chunks of files whose beginning names a length unit, which moves what the others hold. */
  private static Map<String, List<Chunk>> again(
      Map<String, List<Chunk>> chunks, Map<String, List<Survey>> surveys) {
    Map<String, List<Chunk>> again = new LinkedHashMap<>();
    surveys.forEach(
        (path, of) -> {
          double unit = of.get(0).lengthUnit();
          if (unit != Place.BEGINNING.lengthUnit()) {
            List<Chunk> all = chunks.get(path);
            List<Chunk> entered = new ArrayList<>(all.subList(0, 1));
            all.subList(1, all.size()).forEach(chunk -> entered.add(chunk.with(unit)));
            again.put(path, entered);
          }
        });
    return again;
  }

  private Map<String, List<Survey>> surveys(Map<String, List<Chunk>> chunks) {
    List<Chunk> all = chunks.values().stream().flatMap(List::stream).toList();
    List<Survey> surveys = all.isEmpty() ? List.of() : onTasks(all, new SurveyTask(hadoop));
    return IntStream.range(0, all.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> all.get(i).file().path(),
                LinkedHashMap::new,
                Collectors.mapping(surveys::get, Collectors.toList())));
  }

  private <T, R> List<R> onTasks(List<T> what, Function<T, R> task) {
    try {
      int tasks = Math.min(what.size(), MOST_TASKS);
      return session.context().parallelize(what, tasks).map(task).collect();
    } catch (RuntimeException e) {
      throw Failures.translate(e);
    }
  }

  private List<FilePiece> pieces(Chunk first, List<Survey> surveys) {
    List<Piece> pieces = new ArrayList<>();
    DividedFile.pieces(surveys, ReadSettings.limits(session.hadoop())).ifPresent(pieces::addAll);
    return pieces.stream()
        .map(piece -> new FilePiece(first.file(), first.layout(), piece))
        .toList();
  }

  private void tell(List<InputFile> files, List<Layout> layouts) {
    List<String> whole =
        IntStream.range(0, files.size())
            .filter(i -> !layouts.get(i).isDivisible() && !layouts.get(i).form().isEmpty())
            .mapToObj(i -> files.get(i).source() + " (" + layouts.get(i).form() + ")")
            .toList();
    if (!whole.isEmpty()) {
      String shown = String.join(", ", whole.subList(0, Math.min(SHOWN, whole.size())));
      String more = whole.size() > SHOWN ? " and " + (whole.size() - SHOWN) + " more" : "";
      session.tell(
          step,
          ": read by one task each, for nobody can begin in their middle: "
              + shown
              + more
              + "; unpack them or pack them with bzip2, and write extended XYZ, OPTIMADE JSON Lines"
              + " or LAMMPS dumps");
    }
  }

  private static StructureFiles formats(Configuration hadoop) {
    return StructureFiles.of(ReadSettings.limits(hadoop), new NamedSpaceGroups());
  }

  /** Runs on an executor. */
  private record LayoutTask(HadoopSettings hadoop) implements Function<InputFile, Layout> {
    @Override
    public Layout call(InputFile file) {
      try (InputStream in = file.open(hadoop.configuration())) {
        return formats(hadoop.configuration()).layout(file.source(), in);
      } catch (IOException e) {
        return Layout.UNKNOWN;
      }
    }
  }

  /** Runs on an executor. */
  private record SurveyTask(HadoopSettings hadoop) implements Function<Chunk, Survey> {
    @Override
    public Survey call(Chunk chunk) {
      Configuration settings = hadoop.configuration();
      InputFile file = chunk.file();
      return formats(settings)
          .divided(file.source(), chunk.layout(), offset -> file.open(settings, offset))
          .survey(chunk.from(), chunk.to(), chunk.entry());
    }
  }
}
