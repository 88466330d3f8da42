package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FloatsTest {
  private static final float[] SIX = {1, 2, 3, 4, 5, 6};

  @Test
  void numbersGoThereAndBack() {
    INDArray array = Floats.array(SIX, 2, 3);
    assertThat(array).isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
    assertThat(Floats.of(array)).containsExactly(SIX);
  }

  @Test
  void partsAndTurnedArraysAreReadRowByRow() {
    INDArray array = Floats.array(SIX, 2, 3);
    assertThat(Floats.of(array.transpose())).containsExactly(1, 4, 2, 5, 3, 6);
    INDArray part = array.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
    assertThat(Floats.of(part)).containsExactly(2, 3, 5, 6);
    assertThat(Floats.of(array.dup('f'))).containsExactly(SIX);
    assertThat(Floats.of(array.getRow(1))).containsExactly(4, 5, 6);
  }

  @Test
  void theCopyIsOnesOwn() {
    INDArray array = Floats.array(SIX, 6);
    Floats.of(array)[0] = 9;
    assertThat(array.getFloat(0)).isEqualTo(1);
    assertThatThrownBy(() -> Floats.array(SIX, 7)).hasMessageContaining("6 numbers");
  }
}
