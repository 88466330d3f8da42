package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.tables.rows.StructureRow;

class LabelTablesTest {
  @TempDir private Path directory;

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static LabelTables read(String... files) throws IOException {
    return LabelTables.read("ingest.labels", List.of(files), new Configuration());
  }

  private static StructureRow structure(String name, String source) {
    Crystal copper =
        Crystal.of(
            Lattice.ofRows(0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0), new int[] {29}, new double[3]);
    return StructureRow.unlabelled(source, 1, name, copper, Map.of("gap", "1", "own", "yes"));
  }

  @Test
  void cellsJoinWhatTheSourceSaysAndWinOverIt() throws IOException {
    LabelTables tables = read(file("a.csv", "gap,id,k\n0.5,mp-1,\"1,200\"\n,mp-2,3\n"));
    assertThat(tables.with(structure("mp-1", "x.jsonl")).properties())
        .isEqualTo(Map.of("gap", "0.5", "own", "yes", "k", "1,200"));
    // An empty cell says nothing.
    assertThat(tables.with(structure("mp-2", "x.jsonl")).properties())
        .isEqualTo(Map.of("gap", "1", "own", "yes", "k", "3"));
    assertThat(tables.with(structure("mp-3", "x.jsonl")).properties())
        .isEqualTo(Map.of("gap", "1", "own", "yes"));
  }

  @Test
  void aStructureIsKnownByItsFileToo() throws IOException {
    LabelTables tables = read(file("a.csv", "id,k\nCu-7,3\n"));
    assertThat(tables.with(structure("copper", "some/where/Cu-7.vasp")).properties())
        .containsEntry("k", "3");
  }

  @Test
  void tablesMayBePackedAndTheLaterWins() throws IOException {
    Path packed = directory.resolve("b.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("id,k,g\nmp-1,4,5\n".getBytes(StandardCharsets.UTF_8));
    }
    LabelTables tables = read(file("a.csv", "id,k,own\nmp-1,3,no\n"), packed.toString());
    assertThat(tables.with(structure("mp-1", "x")).properties())
        .containsEntry("k", "4")
        .containsEntry("g", "5")
        .containsEntry("own", "no");
    assertThat(tables.hash()).isNotEqualTo(read(packed.toString()).hash());
  }

  @Test
  void whatCannotBeJoinedIsRefused() throws IOException {
    assertThatThrownBy(() -> read(file("a.csv", "name,k\nmp-1,3\n")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a.csv has no column 'id'")
        .hasMessageContaining("[name, k]");
    assertThatThrownBy(() -> read(file("b.csv", "id,k\nmp-1,3\nmp-1,4\n")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("b.csv:3: there is a row of mp-1 already");
    assertThatThrownBy(() -> read(directory.resolve("none.csv").toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no table")
        .hasMessageContaining("none.csv (ingest.labels)");
  }
}
