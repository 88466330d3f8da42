package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FullDiskTest {
  @Test
  void theWorkerOfALostTaskIsNamedAndNoneOfSparksNumbers() {
    String lost =
        "Job aborted due to stage failure: Task 3 in stage 5.0 failed 4 times, most recent failure:"
            + " Lost task 3.3 in stage 5.0 (TID 17) (10.0.0.7 executor 2):"
            + " java.io.IOException: No space left on device\n\tat java.io.X.write(X.java:1)\n";
    assertThat(FullDisk.sentence(new IllegalStateException(lost)).orElseThrow())
        .startsWith("A disk of worker 10.0.0.7 is full")
        .contains("SPARK_LOCAL_DIRS", "java.io.IOException: No space left on device; make room")
        .doesNotContain("\n", "stage");
  }

  @Test
  void onThisMachineTheDirectoryOfTemporaryFilesIsNamed() {
    IOException full = new IOException("x: Disk quota exceeded\nmore");
    assertThat(FullDisk.sentence(full).orElseThrow())
        .contains(System.getProperty("java.io.tmpdir"), "x: Disk quota exceeded; make room")
        .doesNotContain("worker", "more");
  }

  @Test
  void anotherFailureIsNotMendedByRoom() {
    assertThat(FullDisk.sentence(new IOException("No such file"))).isEmpty();
    assertThat(FullDisk.sentence(new IOException())).isEmpty();
  }
}
