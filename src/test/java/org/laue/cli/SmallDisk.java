package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory of some kilobytes, which only root may mount; closing unmounts it. */
record SmallDisk(Path directory) implements AutoCloseable {

  /**
   * Mounts one; the test skips where that is not allowed.
   *
   * @param directory does not exist yet
   * @param size as mount takes it, 4k
   */
  static SmallDisk mount(Path directory, String size) throws IOException, InterruptedException {
    Files.createDirectory(directory);
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()),
        "A small disk cannot be mounted: only root may");
    return new SmallDisk(directory);
  }

  void makeRoom(String size) throws IOException, InterruptedException {
    assertThat(succeeds("mount", "-o", "remount,size=" + size, directory.toString())).isTrue();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    succeeds("umount", directory.toString());
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
}
