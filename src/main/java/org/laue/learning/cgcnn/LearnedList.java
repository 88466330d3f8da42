package org.laue.learning.cgcnn;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.graphs.Weights;

/** All learned matrices of a network in use. */
final class LearnedList {
  private final List<Learned> all = new ArrayList<>();

  Learned take(Weights.Block block) {
    Learned learned = new Learned(block);
    all.add(learned);
    return learned;
  }

  Linear linear(Weights.Linear places) {
    return new Linear(take(places.weights()), take(places.bias()));
  }

  void read(float[] parameters) {
    all.forEach(learned -> learned.read(parameters));
  }

  void write(float[] gradient) {
    all.forEach(learned -> learned.write(gradient));
  }
}
