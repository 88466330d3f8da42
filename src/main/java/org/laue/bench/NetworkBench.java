package org.laue.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.CpuTime;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ConvNetLayers;
import org.laue.learning.pointnet.PointNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainedNetwork;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Measures training and inference of the networks in images or clouds per CPU second of the whole
 * process, beside PyTorch in the same run. Run it with {@code OMP_NUM_THREADS=1}: more threads per
 * process make both slower.
 */
final class NetworkBench {
  private static final int CLASSES = 7;
  private static final ConvNet NETWORK = new ConvNet(CLASSES);
  private static final ClassTask TASK = new ClassTask(ClassScheme.paper());

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

  /**
   * What is measured.
   *
   * @param batch things that are learned from or asked about at a time
   * @param layers as {@code torch_peer.py} reads them
   * @param operations of a forward pass
   */
  private record Work(
      String what, String kind, String things, int batch, String layers, double operations) {}

  private static Work images(String kind) {
    return new Work(kind, kind, "the paper's net", 32, ConvNetLayers.text(), FLOPS_PER_IMAGE);
  }

  private static Work clouds(String kind, PointNet network) {
    return new Work(
        "pointnet " + kind,
        kind,
        "PointNet, %d points".formatted(network.points()),
        64,
        network.layers(),
        network.operations());
  }

  private static PointNet pointNet() {
    return PointNet.of(PointNet.NAME, TASK, new PointCloudGenerator(PointCloudSettings.defaults()));
  }

  void training(BenchTable table) throws IOException {
    training(table, images("training"), NETWORK, ConvNet.IMAGE_LENGTH);
  }

  void inference(BenchTable table) throws IOException {
    inference(table, images("inference"), NETWORK, ConvNet.IMAGE_LENGTH);
  }

  /** Training and answers of the network of point clouds. */
  void pointNet(BenchTable table) throws IOException {
    PointNet network = pointNet();
    int length = 4 * network.points();
    training(table, clouds("training", network), network, length);
    inference(table, clouds("inference", network), network, length);
  }

  private void training(BenchTable table, Work work, NetworkSpec spec, int length)
      throws IOException {
    MultiLayerNetwork network = spec.create(TrainingSettings.paper(1));
    DataSet batch = spec.batch(examples(work.batch(), length));
    // Forward, gradient of the maps and gradient of the weights: three passes.
    row(table, work, () -> network.fit(batch), 3 * work.operations());
  }

  private void inference(BenchTable table, Work work, NetworkSpec spec, int length)
      throws IOException {
    MultiLayerNetwork network = spec.create(TrainingSettings.paper(1));
    TrainedNetwork trained = spec.trained(NetworkSpec.parameters(network));
    List<Example> examples = examples(work.batch(), length);
    row(table, work, () -> trained.answer(examples), work.operations());
  }

  /** Ours is measured before and after the peer, which may have the machine in between. */
  private void row(BenchTable table, Work work, Runnable step, double operations)
      throws IOException {
    double first = best(step, work.batch(), BATCHES, REPEATS);
    try (PythonPeer peer = peer(work)) {
      double ours = Math.max(first, best(step, work.batch(), BATCHES, REPEATS));
      table.rate(
          work.what(),
          "%s, batches of %d".formatted(work.things(), work.batch()),
          ours,
          peer.greeted("per_cpu_second"),
          "per CPU s",
          1e9 * gigaflops / operations,
          "against " + peer.note());
    }
  }

  private PythonPeer peer(Work work) throws IOException {
    return PythonPeer.start(
        python,
        "torch_peer.py",
        work.kind(),
        Integer.toString(work.batch()),
        Integer.toString(BATCHES),
        Integer.toString(REPEATS),
        work.layers());
  }

  /** Things per CPU second of the process, the best of some measurements of some steps. */
  static double best(Runnable step, int batch, int steps, int repeats) {
    for (int i = 0; i < 3; i++) {
      step.run();
    }
    double best = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      CpuTime start = CpuTime.ofProcess();
      for (int i = 0; i < steps; i++) {
        step.run();
      }
      best = Math.max(best, batch * steps / CpuTime.ofProcess().since(start).seconds());
    }
    return best;
  }

  private static List<Example> examples(int count, int length) {
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      float[] values = new float[length];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat();
      }
      float[] target = new float[CLASSES];
      target[number % CLASSES] = 1;
      examples.add(new Example(values, target, number));
    }
    return examples;
  }
}
