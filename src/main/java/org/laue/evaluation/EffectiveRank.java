package org.laue.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * In how many directions vectors spread: the exponential of the entropy of the singular values of
 * the centred vectors, as shares of their sum (Roy and Vetterli, EUSIPCO 2007).
 *
 * @param of what the vectors are
 * @param vectors how many there are
 * @param dimension of each
 * @param rank 1 where all lie on a line, the dimension where no direction is preferred; 0 where all
 *     are equal
 */
public record EffectiveRank(String of, int vectors, int dimension, double rank) {

  /**
   * @param vectors [vectors][dimension], at least one
   */
  public static EffectiveRank of(String what, double[][] vectors) {
    RealMatrix centred = new Array2DRowRealMatrix(centred(vectors), false);
    double[] values = new SingularValueDecomposition(centred).getSingularValues();
    return new EffectiveRank(what, vectors.length, vectors[0].length, rank(values));
  }

  private static double[][] centred(double[][] vectors) {
    double[] mean = new double[vectors[0].length];
    for (double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.length;
      }
    }
    double[][] centred = new double[vectors.length][mean.length];
    for (int row = 0; row < centred.length; row++) {
      for (int i = 0; i < mean.length; i++) {
        centred[row][i] = vectors[row][i] - mean[i];
      }
    }
    return centred;
  }

  private static double rank(double[] values) {
    double sum = Arrays.stream(values).sum();
    if (sum == 0) {
      return 0;
    }
    double entropy = 0;
    for (double value : values) {
      double share = value / sum;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.exp(entropy);
  }
}
