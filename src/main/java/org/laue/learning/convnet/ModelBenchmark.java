package org.laue.learning.convnet;

import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.CpuTime;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Measures training and inference of the network in images per CPU second of the whole process,
 * beside PyTorch in the same run. Run it with {@code OMP_NUM_THREADS=1}: more threads per process
 * make both slower.
 */
public final class ModelBenchmark {
  /** Multiplications and additions of a forward pass, from the sizes of the layers. */
  public static final double FLOPS_PER_IMAGE = forwardFlops();

  private static final int BATCH = 32;
  private static final int CLASSES = 7;

  private final int batches;
  private final int repeats;

  /**
   * @param batches of 32 images in one measurement
   * @param repeats measurements, of which the best counts, for us and for the peer
   */
  public ModelBenchmark(int batches, int repeats) {
    this.batches = batches;
    this.repeats = repeats;
  }

  /**
   * One row of the table.
   *
   * @param imagesPerCpuSecond ours
   * @param peerImagesPerCpuSecond PyTorch's, NaN where it is missing
   * @param peer its version, or why it is missing
   * @param gigaflopsPerSecond useful operations of ours per CPU second
   */
  public record Row(
      String what,
      double imagesPerCpuSecond,
      double peerImagesPerCpuSecond,
      String peer,
      double gigaflopsPerSecond) {

    /** Ours over the peer's; NaN without a peer. */
    public double ratio() {
      return imagesPerCpuSecond / peerImagesPerCpuSecond;
    }
  }

  public Row training() {
    MultiLayerNetwork network = ConvNet.create(ConvNetSettings.paper(1, CLASSES));
    DataSet batch = ImageBatch.labelled(images(), labels(), CLASSES);
    // Forward, gradient of the maps and gradient of the weights: three passes.
    return row("training", () -> network.fit(batch), 3 * FLOPS_PER_IMAGE);
  }

  public Row inference() {
    MultiLayerNetwork network = ConvNet.create(ConvNetSettings.paper(1, CLASSES));
    Inference inference = new Inference(ConvNet.parameters(network), CLASSES);
    float[][] images = images();
    return row("inference", () -> inference.answer(images), FLOPS_PER_IMAGE);
  }

  private Row row(String what, Runnable step, double flopsPerImage) {
    double first = best(step);
    TorchPeer.Outcome peer = TorchPeer.run(what, BATCH, batches, repeats);
    double ours = Math.max(first, best(step));
    return new Row(what, ours, peer.imagesPerCpuSecond(), peer.note(), ours * flopsPerImage * 1e-9);
  }

  private double best(Runnable step) {
    for (int i = 0; i < 3; i++) {
      step.run();
    }
    double best = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      CpuTime start = CpuTime.ofProcess();
      for (int i = 0; i < batches; i++) {
        step.run();
      }
      best = Math.max(best, BATCH * batches / CpuTime.ofProcess().since(start).seconds());
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
