package org.laue.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.CpuTime;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ConvNetLayers;
import org.laue.learning.convnet.Inference;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Measures training and inference of the network in images per CPU second of the whole process,
 * beside PyTorch in the same run. Run it with {@code OMP_NUM_THREADS=1}: more threads per process
 * make both slower.
 */
final class NetworkBench {
  private static final int BATCH = 32;
  private static final int CLASSES = 7;
  private static final ConvNet NETWORK = new ConvNet(CLASSES);

  /** Multiplications and additions of a forward pass. */
  static final double FLOPS_PER_IMAGE = ConvNetLayers.operations(CLASSES);

  /** Batches of one measurement. */
  private static final int BATCHES = 10;

  /** Measurements, of which the best counts, for us and for the peer. */
  private static final int REPEATS = 5;

  private final String python;
  private final double gigaflops;

  /**
   * @param python interpreter of the peer
   * @param gigaflops matrix products of one core in GFLOP/s, the limit
   */
  NetworkBench(String python, double gigaflops) {
    this.python = python;
    this.gigaflops = gigaflops;
  }

  void training(BenchTable table) throws IOException {
    MultiLayerNetwork network = NETWORK.create(TrainingSettings.paper(1));
    DataSet batch = NETWORK.batch(examples());
    // Forward, gradient of the maps and gradient of the weights: three passes.
    row(table, "training", () -> network.fit(batch), 3 * FLOPS_PER_IMAGE);
  }

  void inference(BenchTable table) throws IOException {
    MultiLayerNetwork network = NETWORK.create(TrainingSettings.paper(1));
    Inference inference = new Inference(NetworkSpec.parameters(network), CLASSES);
    float[][] images = images();
    row(table, "inference", () -> inference.answer(images), FLOPS_PER_IMAGE);
  }

  /** Ours is measured before and after the peer, which may have the machine in between. */
  private void row(BenchTable table, String what, Runnable step, double flopsPerImage)
      throws IOException {
    double first = best(step);
    try (PythonPeer peer = peer(what)) {
      double ours = Math.max(first, best(step));
      table.rate(
          what,
          "the paper's net, batches of " + BATCH,
          ours,
          peer.greeted("images_per_cpu_second"),
          "images per CPU s",
          1e9 * gigaflops / flopsPerImage,
          "against " + peer.note());
    }
  }

  private PythonPeer peer(String what) throws IOException {
    return PythonPeer.start(
        python,
        "torch_peer.py",
        what,
        Integer.toString(BATCH),
        Integer.toString(BATCHES),
        Integer.toString(REPEATS),
        ConvNetLayers.text());
  }

  private double best(Runnable step) {
    for (int i = 0; i < 3; i++) {
      step.run();
    }
    double best = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      CpuTime start = CpuTime.ofProcess();
      for (int i = 0; i < BATCHES; i++) {
        step.run();
      }
      best = Math.max(best, BATCH * BATCHES / CpuTime.ofProcess().since(start).seconds());
    }
    return best;
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (float[] image : images()) {
      float[] target = new float[CLASSES];
      target[examples.size() % CLASSES] = 1;
      examples.add(new Example(image, target, 0));
    }
    return examples;
  }

  private static float[][] images() {
    Random random = new Random(1);
    float[][] images = new float[BATCH][ConvNet.IMAGE_LENGTH];
    for (float[] image : images) {
      for (int i = 0; i < image.length; i++) {
        image[i] = random.nextFloat();
      }
    }
    return images;
  }
}
