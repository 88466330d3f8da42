package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.Row;
import org.laue.api.rows.RowFunction;
import org.laue.formats.io.ParsedStructure;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.runs.StepSummary;

class LargeFilesTest {
  private static final String SPLIT_SIZE = "laue.read.split-size";
  private static final int FRAMES = 40;

  @TempDir private Path directory;

  @AfterEach
  void forget() {
    SharedSession.get().hadoop().unset(SPLIT_SIZE);
  }

  /** Frames of different crystals; each tenth announces an atom too many, each seventh repeats. */
  private static String frames() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FRAMES; i++) {
      double a = 3 + (i % 7 == 6 ? 0 : i) * 0.01;
      text.append(i % 10 == 9 ? 2 : 1)
          .append("\nLattice=\"%1$s 0 0 0 %1$s 0 0 0 %1$s\"%nPo 0 0 0%n".formatted(a));
    }
    return text.toString();
  }

  private Path write() throws IOException {
    Path files = Files.createDirectory(directory.resolve("files"));
    Files.writeString(files.resolve("a.extxyz"), frames());
    try (OutputStream out =
        new GzipCompressorOutputStream(Files.newOutputStream(files.resolve("b.extxyz.gz")))) {
      out.write(frames().getBytes(StandardCharsets.UTF_8));
    }
    try (OutputStream out = Files.newOutputStream(files.resolve("c.extxyz.bz2"))) {
      for (int from = 0; from < frames().length(); from += 500) {
        String part = frames().substring(from, Math.min(frames().length(), from + 500));
        try (OutputStream packed = new BZip2CompressorOutputStream(unclosed(out), 1)) {
          packed.write(part.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private StepSummary ingested(Path files, String splitSize) throws IOException {
    LaueSession session = SharedSession.get();
    session.hadoop().set(SPLIT_SIZE, splitSize);
    return new IngestStep(session)
        .run(SmallStudy.ingest(files, directory.resolve("split" + splitSize)).withPartitions(3));
  }

  @Test
  void theTableIsTheSameWhoeverReadsTheFiles() throws IOException {
    Path files = write();
    StepSummary whole = ingested(files, "1m");
    assertThat(whole.out()).as("crystals that differ").isGreaterThan(20);
    List<String> rejects = texts(TableRows.rejects(whole.path()));
    assertThat(rejects).hasSize(3 * FRAMES / 10);
    for (String size : List.of("100", "333")) {
      StepSummary divided = ingested(files, size);
      assertThat(divided.counts()).isEqualTo(whole.counts());
      assertThat(TableRows.contentHash(divided.path()))
          .isEqualTo(TableRows.contentHash(whole.path()));
      assertThat(texts(TableRows.rejects(divided.path()))).isEqualTo(rejects);
    }
  }

  private static List<String> texts(List<TableRow> rows) {
    return rows.stream()
        .map(row -> row.text("source") + row.integer("position") + row.text("reason"))
        .toList();
  }

  @Test
  void rowsAreTheSameWhoeverReadsTheFiles() throws IOException {
    Path files = write();
    LaueSession session = SharedSession.get();
    List<InputFile> found = InputFiles.find(new Configuration(), List.of(files.toString())).files();
    session.hadoop().set(SPLIT_SIZE, "1m");
    List<Row> whole = rows(found, 0);
    assertThat(whole).hasSize(3 * FRAMES);
    session.hadoop().set(SPLIT_SIZE, "200");
    assertThat(new FileSlices(session, new HadoopSettings(session.hadoop())).of(found, 0))
        .as("tasks")
        .hasSizeGreaterThan(8);
    assertThat(rows(found, 0)).isEqualTo(whole);
    assertThat(rows(found, 55)).isEqualTo(whole.subList(55, whole.size()));
  }

  private static List<Row> rows(List<InputFile> files, long skip) {
    List<Row> rows = new ArrayList<>();
    new DistributedRows(SharedSession.get(), new Names(), Duration.ofMinutes(1))
        .run(files, skip, rows::add);
    return rows;
  }

  /** The name and the atoms of a structure. */
  private static final class Names implements RowFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> columns() {
      return List.of("name", "atoms");
    }

    @Override
    public List<Object> apply(ParsedStructure structure) {
      return List.of(structure.name(), structure.atoms().atomCount());
    }
  }
}
