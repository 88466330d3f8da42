package org.laue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No compiler sees the names that scripts and settings call our classes and others' by. */
class NamedClassesTest {
  private static final List<String> PLACES = List.of("jobs", "conf", "notebooks", "pom.xml", ".ci");

  private static final Pattern CLASS =
      Pattern.compile("\\b(?:org|com|io|net)(?:\\.[a-z0-9_]+)+(?:\\.[A-Z][A-Za-z0-9_$]*)+\\b");

  private static final Pattern OUR_PACKAGE = Pattern.compile("\\borg/laue/[a-z/]+");

  /** Maven's own are not on a program's class path. */
  private static final String MAVEN = "org.apache.maven.";

  /** The kernel and the charts of the Java notebooks, which run them. */
  private static final List<String> NOTEBOOKS = List.of("org.rapaio.", "org.knowm.");

  static List<Path> files() throws IOException {
    return PLACES.stream().map(Path::of).flatMap(NamedClassesTest::walk).sorted().toList();
  }

  private static Stream<Path> walk(Path place) {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyClassThatAFileNamesIsThere(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(CLASS.matcher(text).results().map(MatchResult::group))
        .filteredOn(name -> !name.startsWith(MAVEN))
        .filteredOn(name -> NOTEBOOKS.stream().noneMatch(name::startsWith))
        .allMatch(NamedClassesTest::isThere);
    assertThat(OUR_PACKAGE.matcher(text).results().map(MatchResult::group))
        .allMatch(NamedClassesTest::isPackage);
  }

  private static boolean isPackage(String name) {
    return Stream.of("java", "resources")
        .anyMatch(kind -> Files.isDirectory(Path.of("src/main", kind, name)));
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, NamedClassesTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyLauncherCallsOurs(String file) throws IOException {
    assertThat(Files.readString(Path.of(file))).contains(org.laue.cli.Laue.class.getName());
  }

  static List<String> launchers() {
    return List.of(
        "jobs/laue", "jobs/airflow/laue_dag.py", "jobs/databricks/job.json", "jobs/emr/step.json");
  }
}
