package org.laue.learning.training;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers between ND4J's arrays and Java's, as a whole. ND4J's own ways fetch them one by one,
 * which took a fifth of the training of a small network.
 */
public final class Floats {
  private Floats() {}

  /** All numbers of an array, the last index running fastest. */
  public static float[] of(INDArray array) {
    // A copy begins where its memory does and lies without gaps.
    INDArray copy = array.castTo(DataType.FLOAT).dup('c');
    float[] values = new float[Math.toIntExact(copy.length())];
    pointer(copy).get(values);
    return values;
  }

  /** The way back. */
  public static INDArray array(float[] values, long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    if (array.length() != values.length) {
      throw new IllegalArgumentException(
          "%d numbers for an array of %d".formatted(values.length, array.length()));
    }
    pointer(array).put(values, 0, values.length);
    return array;
  }

  /** Each number as the nearest float. */
  public static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  private static FloatPointer pointer(INDArray whole) {
    return (FloatPointer) whole.data().pointer();
  }
}
