package org.laue.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A learning curve: how the answers of studies that differ in what they learned from depend on the
 * number of crystals. Mean over the trainings of each study, with bars from the least to the most.
 *
 * @param <T> a training
 */
final class SizeCurve<T> {
  static final String AXIS = "crystals learned from";

  private record Point<T>(long size, List<T> trainings) {}

  private final List<Point<T>> points = new ArrayList<>();

  /**
   * @param studies trainings by the name of the study
   * @param size crystals that one learned from
   */
  SizeCurve(Map<String, List<T>> studies, ToLongFunction<T> size) {
    studies
        .values()
        .forEach(
            trainings ->
                points.add(
                    new Point<>(
                        Math.round(trainings.stream().mapToLong(size).average().orElseThrow()),
                        trainings)));
    points.sort(Comparator.comparingLong(Point::size));
  }

  /** Sizes in words, smallest first. */
  List<String> sizes() {
    return points.stream().map(point -> Html.count(point.size())).toList();
  }

  /**
   * One number over the sizes.
   *
   * @param colour which of the charts' colours
   */
  LineChart.Series series(int colour, String name, ToDoubleFunction<T> number) {
    int count = points.size();
    double[] mean = new double[count];
    double[] least = new double[count];
    double[] most = new double[count];
    for (int i = 0; i < count; i++) {
      DoubleSummaryStatistics all =
          points.get(i).trainings().stream().mapToDouble(number).summaryStatistics();
      mean[i] = all.getAverage();
      least[i] = all.getMin();
      most[i] = all.getMax();
    }
    return new LineChart.Series(
        name, TransitionReport.COLOURS.get(colour), false, mean, least, most);
  }

  /** A section with the chart; empty where all learned from equally many crystals. */
  String figure(LineChart chart, List<LineChart.Series> series) {
    if (points.stream().mapToLong(Point::size).distinct().count() < 2) {
      return "";
    }
    return "<section><h2>Learning curve</h2><figure>"
        + chart.svg(series)
        + "<figcaption>"
        + Curves.legend(series)
        + " over the crystals of the training side; mean of the trainings, bars from the least to"
        + " the most of them.</figcaption></figure></section>";
  }
}
