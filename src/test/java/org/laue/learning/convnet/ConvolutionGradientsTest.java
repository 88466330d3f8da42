package org.laue.learning.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Our calls of oneDNN against libnd4j's own convolution, and against differences. */
class ConvolutionGradientsTest {
  private final SplittableRandom random = new SplittableRandom(5);

  @ParameterizedTest
  @CsvSource({"4,16,3,32,7", "2,16,32,16,7", "3,9,16,8,7", "5,6,8,8,7", "1,7,5,3,3", "2,4,2,3,1"})
  void agreeWithTheLibrarysOperations(int images, int size, int channels, int filters, int kernel) {
    INDArray input = numbers(images, size, size, channels);
    INDArray weights = numbers(filters, channels, kernel, kernel);
    INDArray bias = numbers(filters);
    INDArray given = numbers(images, size, size, filters);
    INDArray expected = Nd4j.create(given.shape());
    execute("conv2d", kernel, new INDArray[] {input, weights, bias}, expected);
    INDArray inputGradient = Nd4j.create(input.shape());
    INDArray weightGradient = Nd4j.create(weights.shape());
    INDArray biasGradient = Nd4j.create(bias.shape());
    INDArray[] backward = {input, weights, bias, given};
    execute("conv2d_bp", kernel, backward, inputGradient, weightGradient, biasGradient);

    INDArray result = Nd4j.create(given.shape());
    ForwardConvolution.rectified(input, weights, bias, result);
    NativeOps.rectify(expected);
    assertClose(result, expected);
    INDArray actual = Nd4j.create(input.shape());
    ForwardConvolution.imageGradient(weights, given, actual);
    assertClose(actual, inputGradient);
    INDArray actualWeights = Nd4j.create(weights.shape());
    INDArray actualBias = Nd4j.create(bias.shape());
    WeightGradients.compute(input, given, actualWeights, actualBias);
    assertClose(actualWeights, weightGradient);
    assertClose(actualBias, biasGradient);
  }

  @Test
  void agreeWithDifferences() {
    INDArray input = numbers(2, 8, 8, 3);
    INDArray weights = numbers(4, 3, 3, 3);
    INDArray bias = numbers(4);
    INDArray direction = numbers(2, 8, 8, 4);
    INDArray result = Nd4j.create(direction.shape());
    ForwardConvolution.rectified(input, weights, bias, result);
    INDArray passed = direction.dup('c');
    RectifierGradient.pass(result, passed);
    INDArray inputGradient = Nd4j.create(input.shape());
    ForwardConvolution.imageGradient(weights, passed, inputGradient);
    INDArray weightGradient = Nd4j.create(weights.shape());
    INDArray biasGradient = Nd4j.create(bias.shape());
    WeightGradients.compute(input, passed, weightGradient, biasGradient);

    DoubleSupplier loss = () -> loss(input, weights, bias, direction);
    assertSlope(loss, input, 77, inputGradient);
    assertSlope(loss, weights, 50, weightGradient);
    assertSlope(loss, bias, 2, biasGradient);
  }

  @Test
  void rectifierPassesWhereTheResultIsPositive() {
    INDArray result = Nd4j.createFromArray(0f, 1f, 0f, 2f);
    INDArray gradient = Nd4j.createFromArray(3f, -4f, -5f, 6f);
    RectifierGradient.pass(result, gradient);
    assertClose(gradient, Nd4j.createFromArray(0f, -4f, 0f, 6f));
  }

  @Test
  void arraysWithGapsAreRefused() {
    INDArray input = numbers(2, 3, 8, 8).permute(0, 2, 3, 1);
    INDArray weights = numbers(4, 3, 3, 3);
    assertThatThrownBy(
            () -> ForwardConvolution.rectified(input, weights, numbers(4), numbers(2, 8, 8, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gaps");
  }

  private static double loss(INDArray input, INDArray weights, INDArray bias, INDArray direction) {
    INDArray result = Nd4j.create(direction.shape());
    ForwardConvolution.rectified(input, weights, bias, result);
    float[] values = result.reshape(-1).toFloatVector();
    float[] factors = direction.reshape(-1).toFloatVector();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * factors[i];
    }
    return sum;
  }

  private static void assertSlope(
      DoubleSupplier loss, INDArray array, int place, INDArray gradient) {
    float step = 1e-3f;
    float before = array.getFloat(place);
    array.putScalar(place, before + step);
    double above = loss.getAsDouble();
    array.putScalar(place, before - step);
    double below = loss.getAsDouble();
    array.putScalar(place, before);
    double slope = (above - below) / (2 * step);
    assertThat(slope).isCloseTo(gradient.getDouble(place), within(0.02 * (1 + Math.abs(slope))));
  }

  private INDArray numbers(long... shape) {
    INDArray array = Nd4j.create(shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextDouble() - 0.5);
    }
    return array;
  }

  private static void assertClose(INDArray actual, INDArray expected) {
    assertThat(actual.reshape(-1).toFloatVector())
        .usingComparatorWithPrecision(2e-4f)
        .containsExactly(expected.reshape(-1).toFloatVector());
  }

  private static void execute(String name, int kernel, INDArray[] inputs, INDArray... outputs) {
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(inputs)
            .addOutputs(outputs)
            .addIntegerArguments(kernel, kernel, 1, 1, 0, 0, 1, 1, 1, 1, 1)
            .build());
  }
}
