package org.laue.learning.sen;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.learning.sen.SenProgram.Variant;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.LinearDecay;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network of "Material symmetry recognition and property prediction accomplished by crystal
 * capsule representation", Nature Communications 14 (2023), doi 10.1038/s41467-023-40756-2, after
 * its program (github MatMLlab/SEN_model). It looks at a crystal's {@link
 * org.laue.descriptors.graph.CrystalGraph}. Numbers are learned by their absolute errors.
 *
 * @param outputs numbers that it answers
 */
public record Sen(Variant variant, SenSettings settings, int outputs, Head head)
    implements NetworkSpec {
  private static final long serialVersionUID = 1L;

  /** In models and study files: the whole network. */
  public static final String NAME = Variant.CODE.label;

  /** All of them. */
  public static final List<String> NAMES =
      Arrays.stream(Variant.values()).map(variant -> variant.label).toList();

  /** Spread of the first answers: near the typical value, not as far off as the data reach. */
  private static final double FIRST = 0.1;

  /** Bits of a draw that a float holds exactly. */
  private static final int SEED_BITS = 24;

  /**
   * @param name one of {@link #NAMES}
   * @param descriptor what it looks at
   * @throws UserException if that makes no graphs
   */
  public static Sen of(String name, Task task, Descriptor descriptor) {
    if (!descriptor.name().equals(GraphGenerator.NAME)) {
      throw new UserException(
          "Network %s looks at graphs, the descriptor makes %s"
              .formatted(name, descriptor.table()));
    }
    return new Sen(variant(name), SenSettings.DEFAULT, task.outputs(), Head.of(task));
  }

  private static Variant variant(String name) {
    return Variant.values()[NAMES.indexOf(name)];
  }

  @Override
  public String name() {
    return variant.label;
  }

  SenProgram program() {
    return new SenProgram(variant, settings);
  }

  @Override
  public MultiLayerNetwork create(TrainingSettings training) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(training.seed())
                .dataType(DataType.FLOAT)
                .updater(LinearDecay.adam(training))
                .list()
                .layer(new SenLayer(variant, settings, training.dropout()))
                .layer(last())
                .build());
    network.init();
    set(network, 0, program().draw(training.seed()));
    SplittableRandom random = new SplittableRandom(~training.seed());
    float[] last = new float[SenProgram.FEATURES * outputs];
    for (int i = 0; i < last.length; i++) {
      last[i] = (float) random.nextGaussian(0, FIRST / Math.sqrt(SenProgram.FEATURES));
    }
    set(network, 1, last);
    return network;
  }

  private OutputLayer last() {
    return new OutputLayer.Builder(head.loss())
        .nIn(SenProgram.FEATURES)
        .nOut(outputs)
        .activation(head.activation())
        .build();
  }

  private static void set(MultiLayerNetwork network, int layer, float[] values) {
    INDArray weights = network.getLayer(layer).paramTable().get(DefaultParamInitializer.WEIGHT_KEY);
    weights.assign(Nd4j.create(values, weights.shape(), 'c'));
  }

  /** A row for each crystal: the seed of its showing, its graph, zeros. */
  @Override
  public DataSet batch(List<Example> examples) {
    int longest = examples.stream().mapToInt(e -> e.values().length).max().orElse(0);
    float[] rows = new float[examples.size() * (GraphBatch.HEAD + longest)];
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      int at = i * (GraphBatch.HEAD + longest);
      rows[at] = (float) (example.draw() >>> (Long.SIZE - SEED_BITS));
      System.arraycopy(example.values(), 0, rows, at + GraphBatch.HEAD, example.values().length);
    }
    float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
    long[] shape = {examples.size(), GraphBatch.HEAD + longest};
    return new DataSet(Nd4j.create(rows, shape, 'c'), Nd4j.createFromArray(targets));
  }

  @Override
  public SenInference trained(float[] parameters) {
    return new SenInference(parameters, this);
  }
}
