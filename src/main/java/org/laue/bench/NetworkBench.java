package org.laue.bench;

import java.io.IOException;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.CpuTime;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ConvNetSettings;
import org.laue.learning.convnet.ImageBatch;
import org.laue.learning.convnet.Inference;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Measures training and inference of the network in images per CPU second of the whole process,
 * beside PyTorch in the same run. Run it with {@code OMP_NUM_THREADS=1}: more threads per process
 * make both slower.
 */
final class NetworkBench {
  /** Multiplications and additions of a forward pass, from the sizes of the layers. */
  static final double FLOPS_PER_IMAGE = forwardFlops();

  private static final int BATCH = 32;
  private static final int CLASSES = 7;

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
    MultiLayerNetwork network = ConvNet.create(ConvNetSettings.paper(1, CLASSES));
    DataSet batch = ImageBatch.labelled(images(), labels(), CLASSES);
    // Forward, gradient of the maps and gradient of the weights: three passes.
    row(table, "training", () -> network.fit(batch), 3 * FLOPS_PER_IMAGE);
  }

  void inference(BenchTable table) throws IOException {
    MultiLayerNetwork network = ConvNet.create(ConvNetSettings.paper(1, CLASSES));
    Inference inference = new Inference(ConvNet.parameters(network), CLASSES);
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
        Integer.toString(REPEATS));
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

  private static int[] labels() {
    int[] labels = new int[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = i % CLASSES;
    }
    return labels;
  }

  private static double forwardFlops() {
    double convolutions =
        convolution(64, 3, 32)
            + convolution(64, 32, 32)
            + convolution(32, 32, 16)
            + convolution(32, 16, 16)
            + convolution(16, 16, 8)
            + convolution(16, 8, 8);
    return convolutions + 2.0 * 2048 * ConvNet.FEATURES + 2.0 * ConvNet.FEATURES * 7;
  }

  private static double convolution(int size, int channels, int filters) {
    return 2.0 * size * size * channels * filters * 49;
  }
}
