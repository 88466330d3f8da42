package org.laue.learning.training;

import java.io.Serializable;
import java.util.List;

/** What a network is asked: which class, or which numbers. */
public sealed interface Task extends Serializable permits ClassTask, ScalarTask {

  /** Numbers that the network gives for one thing. */
  int outputs();

  /** Columns that hold the true numbers; none where the truth is the column {@code label}. */
  List<String> numberColumns();

  /**
   * What the network should answer.
   *
   * @param label of the class, or null
   * @param numbers in the order of {@link #numberColumns}
   * @throws org.laue.UserException if the task does not know them
   */
  float[] target(String label, float[] numbers);

  /**
   * How good answers are: 1 where all are right.
   *
   * @param answers [things][outputs]
   * @param targets the same
   * @return NaN for no thing at all
   */
  double score(float[][] answers, float[][] targets);

  /**
   * How far off answers are: 0 where all are exactly right.
   *
   * @param answers [things][outputs]
   * @param targets the same
   * @return NaN for no thing at all
   */
  double loss(float[][] answers, float[][] targets);

  /** Text that is equal for tasks whose answers mean the same, and for no others. */
  String text();
}
