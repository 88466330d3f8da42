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
 * have wrong. For each number a straight line over the scatter, below which {@value #SHARE} % of
 * the errors lay on crystals that nobody had learned from.
 *
 * @param measured on what: {@code 3,442 crystals of the validation side}
 * @param lines of each number, in the order of the answers
 */
public record ExpectedErrors(String measured, List<Line> lines) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a normal distribution within its standard deviation. */
  static final int SHARE = 68;

  private static final String FILE = "errors.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param constant error where all models say the same, in the unit of the number; not negative
   * @param perDeviation more error for each unit of their standard deviation; not negative
   */
  public record Line(double constant, double perDeviation) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Line {
      if (!(constant >= 0 && perDeviation >= 0 && constant + perDeviation < 1e9)) {
        throw new UserException(
            "No error follows from the constant %s and %s for each standard deviation"
                .formatted(constant, perDeviation));
      }
    }
  }

  public ExpectedErrors {
    lines = List.copyOf(lines);
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
        .mapToObj(i -> lines.get(i).constant() + lines.get(i).perDeviation() * deviations.get(i))
        .toList();
  }
}
