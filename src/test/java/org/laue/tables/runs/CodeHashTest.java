package org.laue.tables.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeHashTest {
  @TempDir private Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = directory.resolve("classes");
    write("org/laue/A.class", "uses picocli");
    write("org/laue/symmetry/table.txt", "numbers");
    write("org/laue/cli/Help.class", "words");
  }

  private void write(String name, String content) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Path jar(Map<String, String> entries) throws IOException {
    Path jar = Files.createTempFile(directory, "laue", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  @Test
  void classesThinJarAndJobJarHaveOneHash() throws IOException {
    String ofClasses = CodeHash.of(classes);
    CodeHash.main(new String[] {classes.toString()});
    String left = Files.readString(classes.resolve("org/laue/code.hash"));
    Path thin =
        jar(Map.of("org/laue/A.class", "uses picocli", "org/laue/symmetry/table.txt", "numbers"));
    Path job =
        jar(
            Map.of(
                "org/laue/A.class", "uses org.laue.shaded.picocli",
                "org/laue/shaded/picocli/P.class", "picocli",
                "org/laue/code.hash", left));
    assertThat(ofClasses).hasSize(16).isEqualTo(left);
    assertThat(CodeHash.of(classes)).isEqualTo(left);
    assertThat(CodeHash.of(thin)).isEqualTo(left);
    assertThat(CodeHash.of(job)).isEqualTo(left);
  }

  @Test
  void classesAndTablesMoveItAndFrontEndsDoNot() throws IOException {
    String before = CodeHash.of(classes);
    write("org/laue/cli/Help.class", "other words");
    assertThat(CodeHash.of(classes)).isEqualTo(before);
    write("org/laue/symmetry/table.txt", "other numbers");
    String table = CodeHash.of(classes);
    assertThat(table).isNotEqualTo(before);
    write("org/laue/A.class", "other code");
    assertThat(CodeHash.of(classes)).isNotEqualTo(table).isNotEqualTo(before);
  }

  @Test
  void aHashThatWasLeftDoesNotHideNewerClasses() throws IOException {
    CodeHash.main(new String[] {classes.toString()});
    String left = CodeHash.of(classes);
    write("org/laue/A.class", "newer");
    assertThat(CodeHash.of(classes)).isNotEqualTo(left);
  }
}
