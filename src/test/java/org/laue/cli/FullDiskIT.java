package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output on a disk that is full. */
class FullDiskIT {
  private static final String MASTER = "spark.master";

  /** The first takes not even the lease; the whole study needs some megabytes. */
  private static final String[] ROOM = {"4k", "64k", "256k", "1m"};

  @TempDir private Path directory;

  @BeforeAll
  static void here() {
    System.setProperty(MASTER, "local[2]");
  }

  @AfterAll
  static void forget() {
    System.clearProperty(MASTER);
  }

  private LaueCall study(Path output) throws IOException {
    Path file = directory.resolve("study.conf");
    Files.writeString(file, String.join("\n", StudyRunsIT.SMALL));
    return LaueCall.of("study", file.toString(), "--output", output.toString());
  }

  @Test
  void theDiskIsNamedAndWithRoomTheSameCallMakesWhatAnUndisturbedOneDoes() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), ROOM[0])) {
      Path output = disk.directory().resolve("out");
      for (String room : ROOM) {
        disk.makeRoom(room);
        LaueCall call = study(output);
        assertThat(call.exit()).as("%s: %s", room, call.said()).isEqualTo(Laue.USER_ERROR);
        assertThat(call.said())
            .as(room)
            .contains("Cannot write ", disk.directory().toString(), "No space left on device")
            .doesNotContain("\tat ", "bug of ours");
        assertThat(output.resolve("latest.json")).doesNotExist();
      }
      disk.makeRoom("64m");
      LaueCall whole = study(output);
      assertThat(whole.exit()).as(whole.said()).isZero();
      Path alone = directory.resolve("alone");
      assertThat(study(alone).exit()).isZero();
      assertThat(StudyContents.of(output)).isEqualTo(StudyContents.of(alone)).hasSizeGreaterThan(8);
    }
  }
}
