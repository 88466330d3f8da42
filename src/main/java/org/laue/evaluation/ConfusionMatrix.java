package org.laue.evaluation;

import java.util.List;

/** Counts of predictions; rows are the truth, columns the prediction, both in the label order. */
public final class ConfusionMatrix {
  private final List<String> labels;
  private final long[][] counts;

  public ConfusionMatrix(List<String> labels) {
    this.labels = List.copyOf(labels);
    this.counts = new long[labels.size()][labels.size()];
  }

  public List<String> labels() {
    return labels;
  }

  public void add(String truth, String predicted, long count) {
    counts[index(truth)][index(predicted)] += count;
  }

  public long count(String truth, String predicted) {
    return counts[index(truth)][index(predicted)];
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("No class '" + label + "' among " + labels);
    }
    return index;
  }
}
