package org.laue.api.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.formats.io.ParsedStructure;

@Timeout(60)
class RowEngineTest {
  private static final Duration AMPLE = Duration.ofSeconds(50);

  @TempDir private Path directory;

  private Path frames(String name, String... comments) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String comment : comments) {
      text.append("1\nname=").append(comment).append(" pbc=\"F F F\"\nCu 0 0 0\n");
    }
    return Files.writeString(directory.resolve(name), text);
  }

  private List<Row> rows(RowFunction function, Duration limit, Path... files) {
    List<String> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(file.toString());
    }
    Configuration hadoop = new Configuration();
    StructureReader reader = new StructureReader(InputFiles.find(hadoop, inputs).files(), hadoop);
    List<Row> rows = new ArrayList<>();
    try (RowEngine engine = new RowEngine(function, 2, limit, reader)) {
      engine.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Says the name; some names make it misbehave. */
  private static RowFunction says() {
    return new RowFunction() {
      private static final long serialVersionUID = 1L;

      @Override
      public List<String> columns() {
        return List.of("name");
      }

      @Override
      public List<Object> apply(ParsedStructure structure) {
        switch (structure.properties().get("name")) {
          case "refused" -> throw new UserException("not this one");
          case "bug" -> throw new ArrayIndexOutOfBoundsException(-1);
          case "deep" -> throw new StackOverflowError();
          case "slow" -> waitUntilStopped();
          case "deaf" -> deaf();
          default -> {}
        }
        return List.of(structure.properties().get("name"));
      }
    };
  }

  private static void waitUntilStopped() {
    while (true) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      StoppedException.ifInterrupted();
    }
  }

  private static void deaf() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
      Thread.interrupted();
    }
  }

  @Test
  void rowsKeepTheOrderOfReading() throws IOException {
    String[] names = new String[300];
    for (int i = 0; i < names.length; i++) {
      names[i] = "n" + i;
    }
    List<Row> rows = rows(says(), AMPLE, frames("a.xyz", names), frames("b.xyz", "last"));
    assertThat(rows).extracting(row -> row.values().get(0)).containsSubsequence((Object[]) names);
    assertThat(rows).extracting(Row::position).startsWith(1, 2, 3).endsWith(300, 1);
  }

  @Test
  void aFaultOfOursCostsItsOwnRow() throws IOException {
    List<Row> rows = rows(says(), AMPLE, frames("a.xyz", "one", "bug", "refused", "deep", "five"));
    assertThat(rows).extracting(Row::ours).containsExactly(false, true, false, true, false);
    assertThat(rows.get(1).error()).contains("fault of ours", "range: -1");
    assertThat(rows.get(2).error()).isEqualTo("not this one");
    assertThat(rows.get(4).values()).containsExactly("five");
  }

  @Test
  void timeForOneStructureIsLimitedWhetherItListensOrNot() throws IOException {
    List<Row> rows =
        rows(
            says(),
            Duration.ofMillis(300),
            frames("a.xyz", "one", "slow", "deaf", "deaf", "deaf", "six"));
    assertThat(rows)
        .extracting(Row::isFailed)
        .containsExactly(false, true, true, true, true, false);
    assertThat(rows.get(2).error()).contains("--time-limit");
  }

  @Test
  void bytesThatCannotBeReadCostTheirFile() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("in"));
    Path locked = frames("in/b.xyz", "locked");
    frames("in/a.xyz", "first");
    frames("in/c.xyz", "last");
    Files.writeString(folder.resolve("d.cif.gz"), "\u001f\u008b no gzip");
    Files.writeString(folder.resolve(".a.xyz.crc"), "crc\0 stale");
    assertThat(locked.toFile().delete()).isTrue();
    Files.createDirectory(locked);
    Files.createSymbolicLink(locked.resolve("x.xyz"), Path.of("/proc/self/mem"));
    List<Row> rows = rows(says(), AMPLE, folder);
    assertThat(rows).extracting(Row::isFailed).containsExactly(false, true, false, true);
    assertThat(rows.get(1).error()).contains("Cannot be read");
  }

  @Test
  void aSliceOfWhatThereIsIsRead() throws IOException {
    Path a = frames("a.xyz", "0", "1", "2");
    Path b = frames("b.xyz", "3", "4", "5");
    Configuration hadoop = new Configuration();
    List<InputFile> files = InputFiles.find(hadoop, List.of(a.toString(), b.toString())).files();
    List<Object> names = new ArrayList<>();
    StructureReader reader = new StructureReader(files, 2, 5, hadoop);
    try (RowEngine engine = new RowEngine(says(), 1, AMPLE, reader)) {
      engine.forEachRemaining(row -> names.add(row.values().get(0)));
    }
    assertThat(names).containsExactly("2", "3", "4");
  }
}
