package org.laue.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.learning.training.BestWeights;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a training stands between two rounds: all that is needed to go on to the same weights, bit
 * by bit. What is drawn for a round depends on its number and the seed alone.
 *
 * @param rounds that are done
 * @param iterations updates of each worker, which learning rate and dropout go by
 * @param parameters of the averaged network
 * @param moments averaged state of the optimiser
 * @param best what early stopping has found so far
 */
record TrainingState(
    int rounds,
    int iterations,
    float[] parameters,
    float[] moments,
    LearningCurve curve,
    BestWeights.State best) {

  static TrainingState of(
      int rounds, MultiLayerNetwork network, LearningCurve curve, BestWeights.State best) {
    return new TrainingState(
        rounds,
        network.getLayerWiseConfigurations().getIterationCount(),
        NetworkSpec.parameters(network),
        network.getUpdater().getStateViewArray().reshape(-1).toFloatVector(),
        curve,
        best);
  }

  /** Puts a network of the same kind, freshly drawn, where this one stood. */
  void restore(MultiLayerNetwork network) {
    network.getLayerWiseConfigurations().setIterationCount(iterations);
    copy(parameters, network.params());
    copy(moments, network.getUpdater().getStateViewArray());
  }

  private static void copy(float[] values, INDArray into) {
    into.assign(Nd4j.create(values, into.shape(), 'c'));
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(rounds);
      out.writeInt(iterations);
      write(out, parameters);
      write(out, moments);
      out.writeUTF(curve.toCsv());
      write(out, best);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static TrainingState ofBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new TrainingState(
          in.readInt(),
          in.readInt(),
          floats(in),
          floats(in),
          LearningCurve.fromCsv(in.readUTF()),
          best(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, BestWeights.State best) throws IOException {
    out.writeInt(best.looks());
    out.writeInt(best.since());
    out.writeInt(best.batches());
    out.writeDouble(best.loss());
    write(out, best.parameters());
  }

  private static BestWeights.State best(DataInputStream in) throws IOException {
    return new BestWeights.State(
        in.readInt(), in.readInt(), in.readInt(), in.readDouble(), floats(in));
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] floats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
