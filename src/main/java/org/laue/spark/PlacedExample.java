package org.laue.spark;

import java.io.Serializable;
import org.laue.learning.training.Example;

/** An example on its way to the worker that trains on it; a class, as Kryo 4 knows no records. */
final class PlacedExample implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int place;
  private final float[] values;
  private final float[] target;
  private final long draw;

  /**
   * @param place position among the examples of the worker's round
   */
  PlacedExample(int place, Example example) {
    this.place = place;
    this.values = example.values();
    this.target = example.target();
    this.draw = example.draw();
  }

  int place() {
    return place;
  }

  Example example() {
    return new Example(values, target, draw);
  }
}
