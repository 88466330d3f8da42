package org.laue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interpreter is played by a shell script: what Python itself answers is not tested here. */
class PythonPeerTest {
  @TempDir private Path directory;

  private PythonPeer peer(String... lines) throws IOException {
    Path interpreter = directory.resolve("python");
    Files.write(interpreter, List.of("#!/bin/sh", String.join("\n", lines)));
    assertThat(interpreter.toFile().setExecutable(true)).isTrue();
    return PythonPeer.start(interpreter.toString(), "torch_peer.py", "training", "32");
  }

  @Test
  void thePeerGetsScriptAndArgumentsAndOneThread() throws IOException {
    try (PythonPeer peer =
        peer(
            "size=$(wc -c < $1)",
            "echo \"{\\\"version\\\": \\\"$2 $3 $OMP_NUM_THREADS\\\", \\\"bytes\\\": $size}\"")) {
      assertThat(peer.isThere()).isTrue();
      assertThat(peer.note()).isEqualTo("training 32 1");
      assertThat(peer.greeted("bytes")).isGreaterThan(1000);
      assertThat(peer.greeted("per_cpu_second")).isNaN();
    }
  }

  @Test
  void eachQuestionHasItsAnswer() throws IOException {
    try (PythonPeer peer = peer("echo '{\"version\": \"1\"}'", "cat")) {
      assertThat(peer.ask(Map.of("number", 7)).path("number").asInt()).isEqualTo(7);
      assertThat(peer.ask(Map.of("number", 8)).path("number").asInt()).isEqualTo(8);
    }
  }

  @Test
  void aPeerWithoutItsLibrarySaysWhichIsMissing() throws IOException {
    try (PythonPeer peer = peer("echo '{\"error\": \"PyTorch is not installed\"}'")) {
      assertThat(peer.isThere()).isFalse();
      assertThat(peer.note()).isEqualTo("PyTorch is not installed");
      assertThat(peer.greeted("per_cpu_second")).isNaN();
    }
  }

  @Test
  void aPeerThatEndsAtOnceIsNone() throws IOException {
    try (PythonPeer peer = peer("exit 1")) {
      assertThat(peer.isThere()).isFalse();
      assertThat(peer.note()).isEqualTo("it did not start");
    }
  }

  @Test
  void withoutTheInterpreterThereIsASentenceToo() throws IOException {
    try (PythonPeer peer =
        PythonPeer.start(directory.resolve("nowhere").toString(), "spglib_peer.py")) {
      assertThat(peer.isThere()).isFalse();
      assertThat(peer.note()).contains("nowhere", "No such file");
    }
  }
}
