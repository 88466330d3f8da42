package org.laue.api.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.formats.io.ReadLimits;

class ReadSettingsTest {
  private final Configuration hadoop = new Configuration(false);

  @Test
  void whatIsNotSetIsAsItIsWrittenDown() {
    assertThat(ReadSettings.limits(hadoop))
        .isEqualTo(new ReadLimits(2_000_000, 1 << 20, 1L << 38, 250));
    assertThat(ReadSettings.changed(hadoop)).isEmpty();
  }

  @Test
  void eachCanBeSet() {
    hadoop.set("laue.read.max-atoms", "10");
    hadoop.set("laue.read.max-line-length", "200");
    hadoop.set("laue.read.max-unpacked-bytes", "3000");
    hadoop.set("laue.read.max-expansion", "4.5");
    assertThat(ReadSettings.limits(hadoop)).isEqualTo(new ReadLimits(10, 200, 3000, 4.5));
    assertThat(ReadSettings.changed(hadoop)).containsKey("read.limits");
  }

  @Test
  void aLimitThatIsNoNumberIsTheUsersError() {
    hadoop.set("laue.read.max-atoms", "many");
    assertThatThrownBy(() -> ReadSettings.limits(hadoop))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("laue.read.max-atoms")
        .hasMessageContaining("'many'");
  }

  @Test
  void theSizeOfASplitMayHaveASuffixAndMovesNoRow() {
    assertThat(ReadSettings.splitSize(hadoop)).isEqualTo(16 << 20);
    hadoop.set("laue.read.split-size", "3k");
    assertThat(ReadSettings.splitSize(hadoop)).isEqualTo(3072);
    assertThat(ReadSettings.changed(hadoop)).isEmpty();
    for (String wrong : new String[] {"0", "-5", "much"}) {
      hadoop.set("laue.read.split-size", wrong);
      assertThatThrownBy(() -> ReadSettings.splitSize(hadoop))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
  }

  @Test
  void aReaderKeepsToThem(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("two.xyz");
    Files.writeString(file, "2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nFe 0 0 0\nFe 2 2 2\n");
    List<InputFile> files = InputFiles.find(hadoop, List.of(file.toString())).files();
    hadoop.set("laue.read.max-atoms", "1");
    try (StructureReader reader = new StructureReader(files, hadoop)) {
      assertThat(reader.next())
          .isInstanceOfSatisfying(
              Reading.Refused.class,
              refused -> assertThat(refused.reject().reason()).contains("2", "atoms"));
    }
  }
}
