package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void aFaultInOneStructureIsARejectMarkedAsOurs() {
    assertThat(Failures.ours(new ArrayIndexOutOfBoundsException("-1"), "row 7"))
        .startsWith("A fault of ours")
        .contains("ArrayIndexOutOfBounds", "-1");
  }

  @Test
  void whatIsNotTheStructuresFaultIsLeftToSpark() {
    RuntimeException storage = new UncheckedIOException(new IOException("disk"));
    assertThatThrownBy(() -> Failures.ours(storage, "row")).isSameAs(storage);
    RuntimeException killed = new TaskKilledException("stage cancelled");
    assertThatThrownBy(() -> Failures.ours(killed, "row")).isSameAs(killed);
  }
}
