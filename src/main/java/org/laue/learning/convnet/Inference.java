package org.laue.learning.convnet;

import java.util.Arrays;
import java.util.List;
import org.laue.Kernel;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.Scratch;
import org.laue.learning.training.SeededDropout;
import org.laue.learning.training.TrainedNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The trained network for prediction: dropout gone, batch normalisation folded into the last layer,
 * two passes of memory at most. Immutable and safe to share between threads; the same image gives
 * the same answer in any batch.
 */
public final class Inference implements TrainedNetwork {
  /** Images per pass: large enough for the kernels, small enough for the caches. */
  static final int BATCH = 16;

  private final List<INDArray> convolutionWeights;
  private final List<INDArray> convolutionBiases;
  private final INDArray denseWeights;
  private final INDArray denseBias;
  private final INDArray outputWeights;
  private final INDArray outputBias;
  private final Head head;

  /**
   * @param parameters all 365,719 for seven classes, in the order of {@link ParameterLayout}
   */
  public Inference(float[] parameters, int classes) {
    this(parameters, classes, Head.SOFTMAX);
  }

  Inference(float[] parameters, int outputs, Head head) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterLayout layout = new ParameterLayout(parameters, outputs);
      this.head = head;
      this.convolutionWeights = layout.convolutionWeights();
      this.convolutionBiases = layout.convolutionBiases();
      this.denseWeights = layout.denseWeights();
      this.denseBias = layout.denseBias();
      INDArray scale = layout.batchNormScale();
      this.outputWeights = layout.outputWeights().mulColumnVector(scale);
      this.outputBias =
          layout.outputBias().add(layout.batchNormShift(scale).mmul(layout.outputWeights()));
    }
  }

  @Override
  public Answers answer(List<Example> things) {
    return answer(ConvNet.values(things));
  }

  /** Probabilities, or numbers, and features of any number of images. */
  public Answers answer(float[]... images) {
    float[][] given = new float[images.length][];
    float[][] features = new float[images.length][];
    for (int from = 0; from < images.length; from += BATCH) {
      int to = Math.min(images.length, from + BATCH);
      float[][] batch = Arrays.copyOfRange(images, from, to);
      Answers part = Kernel.NETWORK.time(() -> answerBatch(batch));
      System.arraycopy(part.outputs(), 0, given, from, to - from);
      System.arraycopy(part.features(), 0, features, from, to - from);
    }
    return new Answers(given, features);
  }

  @Override
  public float[][] withDropout(Example thing, double dropped, int passes) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray flat =
          forward(ImageBatch.of(thing.values()), new INDArray[convolutionWeights.size()]);
      INDArray masked =
          SeededDropout.mask(new long[] {passes, flat.size(1)}, thing.draw(), dropped)
              .muliRowVector(flat);
      return head.answers(logits(features(masked)).toFloatMatrix());
    }
  }

  /** Rectified maps after each of the six convolutions, [images][row][column][filter]. */
  List<INDArray> maps(float[]... images) {
    INDArray[] maps = new INDArray[convolutionWeights.size()];
    forward(ImageBatch.of(images), maps);
    return List.of(maps);
  }

  /**
   * How each of some directions of the logits grows with each pixel.
   *
   * @param images each [3][64][64] flattened, channels first
   * @param directions [directions][classes], what each logit counts
   * @return [directions][images][3 * 64 * 64], channels first
   */
  float[][][] gradients(float[][] images, float[][] directions) {
    INDArray[] maps = new INDArray[convolutionWeights.size()];
    INDArray features = features(forward(ImageBatch.of(images), maps));
    float[][][] gradients = new float[directions.length][][];
    for (int i = 0; i < directions.length; i++) {
      INDArray direction = Nd4j.create(directions[i], new long[] {directions[i].length, 1});
      INDArray gradient =
          Nd4j.ones(features.dataType(), features.shape())
              .muliRowVector(outputWeights.mmul(direction).reshape(1, features.size(1)));
      RectifierGradient.pass(features, gradient);
      gradients[i] = ImageBatch.eachChannelsFirst(backward(gradient, maps));
    }
    return gradients;
  }

  /**
   * @param gradient with respect to the features, [images][128]
   * @param maps of the forward pass
   * @return with respect to the images, [images][row][column][channel]
   */
  private INDArray backward(INDArray gradient, INDArray[] maps) {
    INDArray top = maps[maps.length - 1];
    INDArray current = gradient.mmul(denseWeights.transpose()).dup('c').reshape('c', top.shape());
    for (int layer = maps.length - 1; layer >= 0; layer--) {
      if (ConvNetLayers.STAGES.get(layer).pooled()) {
        INDArray whole = Nd4j.createUninitialized(current.dataType(), maps[layer].shape());
        NativeOps.maxPoolGradient(maps[layer], current, whole);
        current = whole;
      }
      RectifierGradient.pass(maps[layer], current);
      INDArray weights = convolutionWeights.get(layer);
      INDArray below =
          Nd4j.createUninitialized(
              current.dataType(),
              current.size(0),
              current.size(1),
              current.size(2),
              weights.size(1));
      ForwardConvolution.imageGradient(weights, current, below);
      current = below;
    }
    return current;
  }

  List<INDArray> convolutionWeights() {
    return convolutionWeights;
  }

  private Answers answerBatch(float[][] images) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray flat = forward(ImageBatch.of(images), new INDArray[convolutionWeights.size()]);
      INDArray features = features(flat);
      return new Answers(head.answers(logits(features).toFloatMatrix()), features.toFloatMatrix());
    }
  }

  private INDArray logits(INDArray features) {
    return features.mmul(outputWeights).addiRowVector(outputBias);
  }

  private INDArray features(INDArray flat) {
    INDArray features = flat.mmul(denseWeights).addiRowVector(denseBias);
    NativeOps.rectify(features);
    return features;
  }

  private INDArray forward(INDArray images, INDArray[] maps) {
    INDArray current = images;
    for (int layer = 0; layer < maps.length; layer++) {
      INDArray weights = convolutionWeights.get(layer);
      INDArray result =
          Nd4j.createUninitialized(
              current.dataType(),
              current.size(0),
              current.size(1),
              current.size(2),
              weights.size(0));
      ForwardConvolution.rectified(current, weights, convolutionBiases.get(layer), result);
      maps[layer] = result;
      current = ConvNetLayers.STAGES.get(layer).pooled() ? pooled(result) : result;
    }
    return current.reshape('c', current.size(0), current.length() / current.size(0));
  }

  private static INDArray pooled(INDArray maps) {
    INDArray result =
        Nd4j.createUninitialized(
            maps.dataType(), maps.size(0), maps.size(1) / 2, maps.size(2) / 2, maps.size(3));
    NativeOps.maxPool(maps, result);
    return result;
  }
}
