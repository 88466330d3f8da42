package org.laue.api.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InputFilesTest {
  private final Configuration hadoop = new Configuration();

  @TempDir private Path directory;

  private Path write(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private InputFiles.Found find(Object... inputs) {
    return InputFiles.find(hadoop, Arrays.stream(inputs).map(Object::toString).toList());
  }

  private List<String> names(InputFiles.Found found) {
    return found.files().stream()
        .map(file -> file.problem() == null ? file.source() : "!" + file.source())
        .map(name -> name.replace(directory + "/", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16:00:00.cif",
        "aflow:a1b2.cif",
        "a b%20c#d?.cif",
        "x[1].cif",
        "{y}*.cif",
        "é.cif"
      })
  void anyNameIsReadBesideOthersAndAlone(String name) throws IOException {
    Path file = write("in/" + name);
    write("in/other.cif");
    assertThat(names(find(directory.resolve("in")))).contains("in/" + name).hasSize(2);
    assertThat(names(find(file))).containsExactly("in/" + name);
    assertThat(find(file).files().get(0).open(hadoop)).hasContent("x");
  }

  @Test
  void whatIsNotThereStandsInTheListWithItsProblem() throws IOException {
    Path there = write("a.cif");
    InputFiles.Found found =
        find(directory.resolve("none.cif"), there, "", directory.resolve("*.xyz"), "nofs://x/y");
    assertThat(names(found)).hasSize(5).element(1).isEqualTo("a.cif");
    assertThat(found.files()).filteredOn(file -> file.problem() != null).hasSize(4);
    assertThat(found.isEmpty()).isFalse();
  }

  @Test
  void patternsMatchWithinAnyFolder() throws IOException {
    write("p/1/a.cif");
    write("p/2/b.cif");
    write("p/2/.hidden.cif");
    assertThat(names(find(directory.resolve("p") + "/*/*.{cif,xyz}")))
        .containsExactly("p/1/a.cif", "p/2/b.cif");
  }

  @Test
  void aFolderIsReadToTheBottomEachRegularFileOnce() throws IOException, InterruptedException {
    write("d/b.cif");
    write("d/sub/a.cif");
    write("d/_SUCCESS");
    write("d/.b.cif.crc");
    Files.createSymbolicLink(directory.resolve("d/sub/up"), directory.resolve("d"));
    Files.createSymbolicLink(directory.resolve("d/again.cif"), directory.resolve("d/b.cif"));
    Files.createSymbolicLink(directory.resolve("d/nowhere.cif"), directory.resolve("d/none"));
    assumeThat(new ProcessBuilder("mkfifo", directory + "/d/pipe.cif").start().waitFor()).isZero();
    InputFiles.Found found = find(directory.resolve("d"), directory.resolve("d/b.cif"));
    assertThat(names(found)).containsExactly("d/b.cif", "d/sub/a.cif");
    assertThat(found.passedOver()).isEqualTo(new PassedOver(2, 2, 2));
    assertThat(names(find(directory.resolve("d/pipe.cif")))).containsExactly("!d/pipe.cif");
  }

  @Test
  void linkedFoldersAreFollowed() throws IOException {
    write("store/a.cif");
    Files.createDirectories(directory.resolve("view"));
    Files.createSymbolicLink(directory.resolve("view/all"), directory.resolve("store"));
    assertThat(names(find(directory.resolve("view")))).containsExactly("view/all/a.cif");
  }

  @Test
  void theSameFileNamedTwiceIsReadOnce() throws IOException {
    Path file = write("a.cif");
    assertThat(find(file, "file://" + file, "file:" + file).files()).hasSize(1);
  }

  @Test
  void standardInputIsNamedByADash() {
    assertThat(find("-").files().get(0).isStandardInput()).isTrue();
  }

  @Test
  void passwordsAreNotShown() {
    assertThat(find("nofs://user:secret@bucket/a").files().toString())
        .doesNotContain("secret")
        .contains("nofs://***@bucket/a");
  }
}
