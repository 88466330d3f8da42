package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.UserException;

class ClassSchemeTest {
  private static final String OWN =
      """
      name own  # a comment
      close-packed | 194 225 | fcc hcp
      cubic | 195-230 | *
      """;

  @Test
  void thePapersClassesAreInAlphabeticalOrder() {
    ClassScheme paper = ClassScheme.paper();
    assertThat(paper.labels())
        .containsExactly("bcc", "bct_139", "bct_141", "diam", "fcc", "hex/rh", "sc")
        .isSorted();
    assertThat(paper.spaceGroups()).containsExactly(139, 141, 166, 194, 221, 225, 227, 229);
    assertThat(paper.classes().stream().mapToInt(CrystalClass::publishedCount).sum())
        .isEqualTo(10_517);
  }

  @Test
  void spaceGroupsTellTheClassWhereNoStructureTypesAreNamed() {
    assertThat(ClassScheme.paper().label(166, null)).isEqualTo("hex/rh");
    assertThat(ClassScheme.paper().label(62, null)).isNull();
    assertThat(ClassScheme.paper().label(null, null)).isNull();
  }

  @Test
  void aNamedStructureTypeWinsOverItsSpaceGroup() {
    ClassScheme own = ClassScheme.parse(OWN, "own.txt");
    assertThat(own.label(225, "fcc")).isEqualTo("close-packed");
    assertThat(own.label(225, "cF12-fluorite")).isEqualTo("cubic");
    assertThat(own.label(225, null)).isEqualTo("cubic");
    assertThat(own.label(194, "dhcp")).isNull();
    assertThat(own.label(194, null)).isNull();
  }

  @Test
  void textIsReadAsItWasWritten() {
    ClassScheme own = ClassScheme.parse(OWN, "own.txt");
    assertThat(ClassScheme.parse(own.text(), "again")).isEqualTo(own);
    assertThat(ClassScheme.parse(ClassScheme.paper().text(), "again"))
        .isEqualTo(ClassScheme.paper());
  }

  @Test
  void aStudyNamesOneThatComesWithLaueOrAFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("own.txt"), OWN);
    assertThat(ClassScheme.load("paper")).isEqualTo(ClassScheme.paper());
    assertThat(ClassScheme.load(file.toString()).name()).isEqualTo("own");
    assertThatThrownBy(() -> ClassScheme.load("papers"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("papers is neither one that comes with Laue (paper) nor a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a | 225 | *; needs at least two classes",
        "a | 225 | *#b | 225 | *; gives space group 225 to a and to b",
        "a | 225 | fcc#b | 229 | fcc; gives structure type fcc to a and to b",
        "a | 225 | *#a | 229 | *; gives label a to a and to a",
        "a | 231 | *#b | 229 | *; numbered from 1 to 230, class a names 231",
        "a | 1-2000000000 | *#b | 229 | *; numbered from 1 to 230, class a names 231",
        "a | 225#b | 229 | *; own.txt:2: expected 'label | space groups",
        "a | x | *#b | 229 | *; own.txt:2: expected 'label | space groups",
        " | 2 | *#b | 229 | *; A class needs a label",
      })
  void schemesThatContradictThemselvesAreRefused(String lines, String message) {
    String text = "name own\n" + lines.replace('#', '\n');
    assertThatThrownBy(() -> ClassScheme.parse(text, "own.txt"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> ClassScheme.parse("a | 1 | *", "own.txt"))
        .hasMessageContaining("needs a line 'name NAME'");
  }
}
