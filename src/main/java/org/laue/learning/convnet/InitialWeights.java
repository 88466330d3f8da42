package org.laue.learning.convnet;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Starting weights as the paper's program draws them: convolutions orthogonal with gain 1.1 (Saxe
 * et al., arXiv 1312.6120), dense layers Glorot uniform, biases zero.
 */
final class InitialWeights {
  static final double ORTHOGONAL_GAIN = 1.1;

  private InitialWeights() {}

  static void draw(MultiLayerNetwork network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Layer layer : network.getLayers()) {
      INDArray weights = layer.paramTable().get(DefaultParamInitializer.WEIGHT_KEY);
      if (weights != null) {
        float[] values =
            weights.rank() == 4
                ? orthogonal(weights.size(0), weights.length() / weights.size(0), random.split())
                : glorotUniform(weights.size(0), weights.size(1), random.split());
        weights.assign(Nd4j.create(values, weights.shape(), 'c'));
      }
    }
  }

  /** Rows of a Gaussian matrix made orthonormal one after the other, times the gain. */
  static float[] orthogonal(long rows, long columns, RandomGenerator random) {
    double[][] basis = new double[(int) rows][(int) columns];
    float[] values = new float[(int) (rows * columns)];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < columns; i++) {
        basis[row][i] = random.nextGaussian();
      }
      for (int other = 0; other < row; other++) {
        addScaled(basis[row], basis[other], -dot(basis[row], basis[other]));
      }
      double norm = Math.sqrt(dot(basis[row], basis[row]));
      for (int i = 0; i < columns; i++) {
        basis[row][i] /= norm;
        values[row * (int) columns + i] = (float) (ORTHOGONAL_GAIN * basis[row][i]);
      }
    }
    return values;
  }

  static float[] glorotUniform(long inputs, long outputs, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / (inputs + outputs));
    float[] values = new float[(int) (inputs * outputs)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addScaled(double[] target, double[] source, double factor) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
