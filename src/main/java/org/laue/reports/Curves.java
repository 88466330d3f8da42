package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.PaperTable1;
import org.laue.evaluation.Proportion;

/** Accuracy over the level of one defect, for every method beside the paper's ConvNet. */
final class Curves {
  private static final List<Method> SHOWN =
      List.of(
          Method.CONVNET,
          Method.CONVNET_PRODUCT,
          Method.PARENT,
          Method.BASELINE_TIGHT,
          Method.BASELINE_MEDIUM,
          Method.BASELINE_LOOSE);

  private final AccuracyTable accuracies;

  Curves(AccuracyTable accuracies) {
    this.accuracies = accuracies;
  }

  /** The chart, or an empty text where the study has fewer than two levels of this defect. */
  String chart(String defect, String axis) {
    List<Condition> conditions =
        accuracies.conditions().stream()
            .filter(c -> c.defect().equals(defect) && c.detail().isEmpty())
            .toList();
    if (conditions.size() < 2) {
      return "";
    }
    List<LineChart.Series> series = new ArrayList<>();
    for (Method method : SHOWN) {
      if (conditions.stream().anyMatch(c -> accuracies.overall(c, method).n() > 0)) {
        series.add(ours(conditions, method));
      }
    }
    series.add(paper(conditions));
    List<String> labels = conditions.stream().map(c -> axisLabel(c)).toList();
    return "<figure>"
        + new LineChart(axis, labels).svg(series)
        + "<figcaption>"
        + legend(series)
        + "</figcaption></figure>";
  }

  private static String axisLabel(Condition condition) {
    return condition.defect().equals("vacancy")
        ? Html.percent(100 * condition.level())
        : Table1Csv.level(condition.level());
  }

  private LineChart.Series ours(List<Condition> conditions, Method method) {
    return new LineChart.Series(
        method.title(),
        colour(method),
        false,
        each(conditions, method, Proportion::percent),
        each(conditions, method, Proportion::lowPercent),
        each(conditions, method, Proportion::highPercent));
  }

  private double[] each(
      List<Condition> conditions, Method method, ToDoubleFunction<Proportion> value) {
    return conditions.stream()
        .map(c -> accuracies.overall(c, method))
        .mapToDouble(p -> p.n() == 0 ? Double.NaN : value.applyAsDouble(p))
        .toArray();
  }

  private static LineChart.Series paper(List<Condition> conditions) {
    double[] values =
        conditions.stream()
            .mapToDouble(c -> PaperTable1.accuracyPercent(c, Method.CONVNET).orElse(Double.NaN))
            .toArray();
    return new LineChart.Series("ConvNet in the paper", "#1d3a6e", true, values, null, null);
  }

  private static String colour(Method method) {
    return switch (method) {
      case CONVNET -> "#1f6feb";
      case CONVNET_PRODUCT -> "#0f766e";
      case PARENT -> "#7c3aed";
      case BASELINE_TIGHT -> "#b42318";
      case BASELINE_MEDIUM -> "#d97706";
      default -> "#6b7f2a";
    };
  }

  static String legend(List<LineChart.Series> series) {
    StringBuilder legend = new StringBuilder();
    for (LineChart.Series s : series) {
      legend
          .append("<span class=\"key")
          .append(s.dashed() ? " dashed" : "")
          .append("\" style=\"--c:")
          .append(s.colour())
          .append("\">")
          .append(Html.escape(s.name()))
          .append("</span>");
    }
    return legend.toString();
  }
}
