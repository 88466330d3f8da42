package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.tables.runs.Runs;

/**
 * Output on a disk that is full: a file system in memory of some kilobytes, which only root may
 * mount; elsewhere the tests skip.
 */
class FullDiskIT {
  private static final String MASTER = "spark.master";

  /** The first takes not even the lease; the whole study needs some megabytes. */
  private static final String[] ROOM = {"4k", "64k", "256k", "1m"};

  @TempDir private Path directory;
  private Path disk;

  @BeforeAll
  static void here() {
    System.setProperty(MASTER, "local[2]");
  }

  @AfterAll
  static void forget() {
    System.clearProperty(MASTER);
  }

  @BeforeEach
  void smallDisk() throws IOException, InterruptedException {
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + ROOM[0], "tmpfs", disk.toString()),
        "A small disk cannot be mounted: only root may");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    succeeds("umount", disk.toString());
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private void makeRoom(String size) throws IOException, InterruptedException {
    assertThat(succeeds("mount", "-o", "remount,size=" + size, disk.toString())).isTrue();
  }

  private LaueCall study(Path output) throws IOException {
    Path file = directory.resolve("study.conf");
    Files.writeString(file, String.join("\n", StudyRunsIT.SMALL));
    return LaueCall.of("study", file.toString(), "--output", output.toString());
  }

  private static Map<String, String> contents(Path output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path manifest : files.filter(f -> f.endsWith("manifest.json")).toList()) {
        String place = output.relativize(manifest.getParent()).toString();
        String run = manifest.getParent().toString();
        contents.put(place, Runs.open(new Configuration(), run).contentHash());
      }
    }
    return contents;
  }

  @Test
  void theDiskIsNamedAndWithRoomTheSameCallMakesWhatAnUndisturbedOneDoes() throws Exception {
    Path output = disk.resolve("out");
    for (String room : ROOM) {
      makeRoom(room);
      LaueCall call = study(output);
      assertThat(call.exit()).as("%s: %s", room, call.said()).isEqualTo(Laue.USER_ERROR);
      assertThat(call.said())
          .as(room)
          .contains("Cannot write ", disk.toString(), "No space left on device")
          .doesNotContain("\tat ", "bug of ours");
      assertThat(output.resolve("latest.json")).doesNotExist();
    }
    makeRoom("64m");
    LaueCall whole = study(output);
    assertThat(whole.exit()).as(whole.said()).isZero();
    Path alone = directory.resolve("alone");
    assertThat(study(alone).exit()).isZero();
    assertThat(contents(output)).isEqualTo(contents(alone)).hasSizeGreaterThan(8);
  }
}
