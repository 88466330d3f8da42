package org.laue.tables.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;

class RunDirectoryTest {
  private static final Configuration HADOOP = new Configuration();
  private static final Provenance PROVENANCE =
      new Provenance("test", "c0de", Map.of("seed", "1"), Map.of("in", "abc"), Map.of());

  @TempDir java.nio.file.Path table;
  private RunDirectory run;

  @BeforeEach
  void begin() throws IOException {
    run = RunDirectory.of(HADOOP, new Path(table.toUri()), PROVENANCE);
  }

  private PartOutput part(int number, String attempt) {
    return new PartOutput(run, TableSchemas.REJECTS, number, "test", attempt);
  }

  private PartMarker write(int number) throws IOException {
    try (PartOutput out = part(number, "a")) {
      out.write(TableRow.of(TableSchemas.REJECTS, "file" + number, 1, "test", "why"));
      out.reject("other", 2, "because");
      out.count("in", 2);
      return out.complete();
    }
  }

  private void finish(PartMarker... parts) throws IOException {
    run.finish("rejects", List.of(parts), PROVENANCE, 1);
  }

  private String location() {
    return table.toUri().toString();
  }

  @Test
  void aRunWithoutManifestCannotBeRead() throws IOException {
    write(0);
    assertThatThrownBy(() -> Runs.open(HADOOP, location()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("No complete run");
  }

  /** As runs of files end: their one part has no marker before. */
  @Test
  void aManifestCutWhileItIsWrittenLeavesARunThatIsMadeAgain() throws IOException {
    PartMarker part = write(0);
    java.nio.file.Path directory = table.resolve(run.path().getName());
    FileUtils.deleteDirectory(directory.resolve("_parts").toFile());
    java.nio.file.Path manifest = directory.resolve("manifest.json");
    Files.createDirectories(manifest.resolve("in the way"));
    assertThatThrownBy(() -> finish(part)).isInstanceOf(IOException.class);
    FileUtils.deleteDirectory(manifest.toFile());
    Files.writeString(manifest, "{\"table\"");
    assertThat(run.isComplete()).isFalse();
    finish(part);
    assertThat(run.isComplete()).isTrue();
    assertThat(directory.resolve("_parts")).doesNotExist();
  }

  @Test
  void theNextRunTakesUpWholePartsOnly() throws IOException {
    PartMarker whole = write(0);
    PartMarker cut = write(1);
    Files.writeString(table.resolve(run.path().getName()).resolve(cut.rows().get(0).name()), "x");
    assertThat(run.completeParts()).containsOnly(Map.entry(0, whole));
  }

  @Test
  void aPartThatWasNotCompletedLeavesNoTrace() throws IOException {
    PartMarker whole = write(0);
    try (PartOutput lost = part(1, "b")) {
      lost.write(TableRow.of(TableSchemas.REJECTS, "lost", 1, "test", "why"));
    }
    assertThat(run.completeParts()).containsOnlyKeys(0);
    finish(whole);
    try (Stream<java.nio.file.Path> files = Files.list(table.resolve(run.path().getName()))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".parquet")))
          .containsExactly("part-00000-a.parquet");
    }
  }

  @Test
  void theManifestCountsAndNamesEverything() throws IOException {
    finish(write(1), write(0));
    CompleteRun complete = Runs.open(HADOOP, location());
    assertThat(complete.manifest().rows()).isEqualTo(2);
    assertThat(complete.manifest().counts())
        .containsEntry("in", 4L)
        .containsEntry("out", 2L)
        .containsEntry("rejected", 2L);
    assertThat(complete.manifest().provenance()).isEqualTo(PROVENANCE);
    try (TableReader rows = complete.read(HADOOP, TableSchemas.REJECTS)) {
      assertThat(rows.read().text("source")).isEqualTo("file0");
    }
    try (TableReader rejects = complete.readRejects(HADOOP)) {
      assertThat(rejects.read().text("reason")).isEqualTo("because");
    }
  }

  @Test
  void aChangedByteIsNoticed() throws IOException {
    finish(write(0));
    CompleteRun complete = Runs.open(HADOOP, location());
    assertThat(fault(complete)).isEmpty();
    java.nio.file.Path file = java.nio.file.Path.of(complete.files().get(0).toUri());
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] ^= 1;
    Files.write(file, bytes);
    assertThat(fault(complete)).get(InstanceOfAssertFactories.STRING).contains("Hadoop's checksum");
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    assertThat(fault(complete)).get(InstanceOfAssertFactories.STRING).contains("its manifest says");
    Files.writeString(file, "x");
    assertThat(fault(complete)).get(InstanceOfAssertFactories.STRING).contains("has 1 bytes");
    Files.delete(file);
    assertThat(fault(complete)).hasValue("is missing");
  }

  private static Optional<String> fault(CompleteRun run) throws IOException {
    return FileCheck.fault(HADOOP, run.files().get(0), run.manifest().files().get(0));
  }

  @Test
  void aRunThatIsOpenedAgainKeepsItsWholeParts() throws IOException {
    PartMarker whole = write(0);
    finish(whole, write(1));
    CompleteRun complete = Runs.open(HADOOP, location());
    run.reopen(Set.of(complete.manifest().files().get(1).name()));
    assertThat(run.isComplete()).isFalse();
    assertThat(run.completeParts()).containsOnly(Map.entry(0, whole));
    assertThat(complete.files().get(0).getFileSystem(HADOOP).exists(complete.files().get(1)))
        .isFalse();
    finish(whole, write(1));
    assertThat(Runs.open(HADOOP, location()).contentHash()).isEqualTo(complete.contentHash());
  }

  @Test
  void aManifestThatIsCutOrChangedIsNone() throws IOException {
    finish(write(0));
    java.nio.file.Path manifest = table.resolve(run.path().getName()).resolve("manifest.json");
    String text = Files.readString(manifest);
    for (String damaged :
        List.of(text.substring(0, text.length() / 2), "", "{}", text.replace("c0de", "c1de"))) {
      Files.writeString(manifest, damaged);
      assertThatThrownBy(() -> Runs.open(HADOOP, location()))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(
              "is damaged: remove this run (the directory), it will be made again");
    }
  }

  @Test
  void aRunThatEndedWhileItsManifestWasWrittenGoesOn() throws IOException {
    PartMarker part = write(0);
    java.nio.file.Path directory = table.resolve(run.path().getName());
    Files.writeString(directory.resolve("manifest.json"), "{\"table\":");
    Files.writeString(directory.resolve("_parts/part-00001.json"), "{\"part\":1,");
    assertThat(run.isComplete()).isFalse();
    assertThat(run.completeParts()).containsOnly(Map.entry(0, part));
  }

  @Test
  void theNameOfARunFollowsCodeConfigurationAndInputs() {
    Map<String, String> none = Map.of();
    Provenance other = new Provenance("test", "c0de", Map.of("seed", "2"), none, none);
    assertThat(PROVENANCE.runHash()).hasSize(16).isNotEqualTo(other.runHash());
    Provenance elsewhere =
        new Provenance(
            "test", "c0de", Map.of("seed", "1"), Map.of("in", "abc"), Map.of("java", "18"));
    assertThat(elsewhere.runHash()).isEqualTo(PROVENANCE.runHash());
  }
}
