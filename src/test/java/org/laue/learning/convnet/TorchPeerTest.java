package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TorchPeerTest {

  @Test
  void withoutPyTorchThereIsASentence() {
    TorchPeer.Outcome outcome = TorchPeer.run("inference", 1, 1, 1);
    assertThat(outcome.note()).isNotBlank();
    assertThat(Double.isNaN(outcome.imagesPerCpuSecond()))
        .isEqualTo(
            !outcome.note().startsWith("PyTorch 1") && !outcome.note().startsWith("PyTorch 2"));
  }

  @Test
  void workOfAForwardPassIsCountedFromTheLayers() {
    assertThat(ModelBenchmark.FLOPS_PER_IMAGE).isCloseTo(0.532e9, within(0.001e9));
  }
}
