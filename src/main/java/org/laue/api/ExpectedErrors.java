package org.laue.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.learning.ModelFiles;

/**
 * How far the mean of several models lies from the truth, told from their scatter, which alone is
 * too small: it shows what the chance of a training leaves open, not what the method or its data
 * have wrong. For each number a curve over the scatter, below which {@value #SHARE} % of the errors
 * lay on crystals that nobody had learned from.
 *
 * @param measured on what: {@code 3,442 crystals of the validation side}
 * @param curves of each number, in the order of the answers
 */
public record ExpectedErrors(String measured, List<Curve> curves) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a normal distribution within its standard deviation. */
  static final int SHARE = 68;

  private static final String FILE = "errors.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Points with straight lines between them; before the first as there, after the last in
   * proportion.
   *
   * @param deviations standard deviations of the models' answers, rising, in the unit of the number
   * @param errors at these, not falling
   */
  public record Curve(List<Double> deviations, List<Double> errors) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Curve {
      deviations = List.copyOf(deviations);
      errors = List.copyOf(errors);
      int points = deviations.size();
      boolean rising = points > 0 && errors.size() == points && errors.get(0) >= 0;
      for (int i = 1; rising && i < points; i++) {
        rising = deviations.get(i) > deviations.get(i - 1) && errors.get(i) >= errors.get(i - 1);
      }
      if (!rising) {
        throw new UserException(
            "Errors %s over the deviations %s are no rising curve".formatted(errors, deviations));
      }
    }

    double at(double deviation) {
      int after = 0;
      while (after < deviations.size() && deviations.get(after) <= deviation) {
        after++;
      }
      if (after == 0) {
        return errors.get(0);
      }
      double from = deviations.get(after - 1);
      double known = errors.get(after - 1);
      if (after == deviations.size()) {
        return from > 0 ? known * deviation / from : known;
      }
      double share = (deviation - from) / (deviations.get(after) - from);
      return known + share * (errors.get(after) - known);
    }
  }

  public ExpectedErrors {
    curves = List.copyOf(curves);
  }

  /** Those that lie beside some models, or empty. */
  static Optional<ExpectedErrors> beside(ModelFiles files) throws IOException {
    return files.holds(FILE)
        ? Optional.of(JSON.readValue(files.read(FILE), ExpectedErrors.class))
        : Optional.empty();
  }

  /**
   * @param deviations standard deviation of the models' answers, of each number
   */
  List<Double> of(List<Double> deviations) {
    return IntStream.range(0, deviations.size())
        .mapToObj(i -> curves.get(i).at(deviations.get(i)))
        .toList();
  }
}
