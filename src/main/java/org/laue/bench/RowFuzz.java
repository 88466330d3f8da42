package org.laue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.Row;
import org.laue.api.rows.RowEngine;
import org.laue.api.rows.RowFunction;
import org.laue.api.rows.StructureReader;
import org.laue.formats.io.ParsedStructure;
import org.laue.symmetry.operations.Tolerance;

/**
 * Damaged files through the rows of {@code laue classify}: each must have a row or more, in time,
 * none of them a fault of ours, and an undamaged file that lies among them must be answered as
 * ever.
 */
public final class RowFuzz {
  private static final int BATCH = 50;
  private static final int SHOWN = 5;

  /** Sorted into the middle of a batch. */
  private static final String GOOD = "m" + "%05d".formatted(BATCH / 2) + "-good";

  private final FormatFuzz fuzz;
  private final Duration limit;
  private final Asked asked;
  private final Set<String> reasons = new TreeSet<>();

  /**
   * What came of one file's mutants.
   *
   * @param answered mutants with a row that holds an answer
   * @param faults what must not happen; the first few
   */
  public record Outcome(String file, int mutants, int answered, List<String> faults, int count) {}

  /**
   * @param limit time for one structure
   * @param networkEvery of so many mutants one is classified; of the others symmetry and parent are
   *     asked
   */
  public RowFuzz(long seed, Laue laue, Duration limit, int networkEvery) {
    this(seed, new Asked(laue, networkEvery), limit);
  }

  RowFuzz(long seed, Asked asked, Duration limit) {
    this.fuzz = new FormatFuzz(seed, limit.toSeconds());
    this.limit = limit;
    this.asked = asked;
  }

  /** What was said of files and structures that have no answer, numbers taken out. */
  public Set<String> reasons() {
    return new TreeSet<>(reasons);
  }

  /** Asks {@code count} mutants of a file. */
  public Outcome run(String file, int count) throws IOException {
    Tally tally = new Tally();
    List<Row> good = null;
    for (int first = 0; first < count; first += BATCH) {
      Path folder = Files.createTempDirectory("laue-fuzz");
      try {
        int last = Math.min(count, first + BATCH);
        List<Row> rows = rows(write(file, folder, first, last), tally);
        List<Row> beside = rows.stream().filter(row -> row.source().contains(GOOD)).toList();
        List<Row> plain = beside.stream().map(row -> named(row, file)).toList();
        good = good == null ? plain : good;
        if (plain.isEmpty() || !plain.equals(good) || plain.stream().anyMatch(Row::isFailed)) {
          tally.fault("an undamaged file beside mutants from " + first + ": " + plain);
        }
        for (int number = first; number < last; number++) {
          judge(number, rows, tally);
        }
      } finally {
        delete(folder);
      }
    }
    return new Outcome(file, count, tally.answered, List.copyOf(tally.faults), tally.count);
  }

  /** The same row wherever the file lay. */
  private static Row named(Row row, String file) {
    return new Row(file, row.position(), row.values(), row.error(), row.ours());
  }

  private Path write(String file, Path folder, int first, int last) throws IOException {
    for (int number = first; number < last; number++) {
      write(folder.resolve("m%05d".formatted(number % BATCH)), file, fuzz.mutant(file, number));
    }
    write(folder.resolve(GOOD), file, FormatFuzz.original(file));
    asked.first = first;
    return folder;
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.writeString(Files.createDirectory(folder).resolve(file), text);
  }

  /** All rows of a folder, or those that came in time. */
  private List<Row> rows(Path folder, Tally tally) {
    List<Row> rows = new ArrayList<>();
    ExecutorService runner = Executors.newSingleThreadExecutor(FormatFuzz::daemon);
    Future<?> all = runner.submit(() -> answer(folder, rows));
    try {
      all.get((BATCH + 2) * (limit.toMillis() + 2000), TimeUnit.MILLISECONDS);
    } catch (TimeoutException endless) {
      tally.fault("no end of " + folder);
    } catch (ExecutionException e) {
      tally.fault("the call ended with " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      runner.shutdownNow();
    }
    return rows;
  }

  private void answer(Path folder, List<Row> rows) {
    Configuration hadoop = new Configuration();
    StructureReader reader =
        new StructureReader(InputFiles.find(hadoop, List.of(folder.toString())).files(), hadoop);
    try (RowEngine engine = new RowEngine(asked, 1, limit, reader)) {
      engine.forEachRemaining(rows::add);
    }
  }

  private void judge(int number, List<Row> rows, Tally tally) {
    String folder = "/m%05d/".formatted(number % BATCH);
    List<Row> own = rows.stream().filter(row -> row.source().contains(folder)).toList();
    if (own.isEmpty()) {
      tally.fault("mutant " + number + ": no row");
    }
    for (Row row : own) {
      if (row.isFailed()) {
        reasons.add(
            row.error()
                .replaceAll("/\\S*/", "")
                .replaceAll("'.*'", "'...'")
                .replaceAll("-?\\d[\\d.,]*", "#"));
      }
      if (row.ours()
          || row.isFailed() && row.error().matches("(?s).*(--time-limit|\\(null\\)|java\\.).*")) {
        tally.fault("mutant " + number + ": " + row.error());
      }
    }
    tally.answered += own.stream().anyMatch(row -> !row.isFailed()) ? 1 : 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final class Tally {
    private final List<String> faults = new ArrayList<>();
    private int count;
    private int answered;

    void fault(String what) {
      count++;
      if (faults.size() < SHOWN) {
        faults.add(what);
      }
    }
  }

  /** The whole answer, or what of it needs no network. */
  static class Asked implements RowFunction {
    private static final long serialVersionUID = 1L;
    private static final double SYMPREC = 0.1;

    private final Laue laue;
    private final int networkEvery;
    private volatile int first;

    Asked(Laue laue, int networkEvery) {
      this.laue = laue;
      this.networkEvery = networkEvery;
    }

    @Override
    public List<String> columns() {
      return List.of("space group", "answer");
    }

    @Override
    public List<Object> apply(ParsedStructure structure) {
      String number = structure.source().replaceAll(".*/m(\\d{5})(-good)?/.*", "$1");
      if ((first + Integer.parseInt(number)) % networkEvery == 0) {
        Answer answer = laue.classify(structure);
        return Arrays.asList(answer.spaceGroup().toString(), answer.verdict().toString());
      }
      int group =
          structure
              .requireElements()
              .cell()
              .map(cell -> Laue.symmetry(cell, Tolerance.of(SYMPREC)).number())
              .orElse(0);
      return Arrays.asList(group, Laue.parent(structure.atoms()).isPresent());
    }
  }
}
