package org.laue.defects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laue.UserException;

/** Reads {@link DefectSpec} from its text; letter case and blanks do not matter. */
final class DefectParser {
  private DefectParser() {}

  static DefectSpec parse(String text, String place) {
    try {
      return read(text.strip().toLowerCase(Locale.ROOT));
    } catch (UserException e) {
      throw place.isEmpty() ? e : new UserException(e.getMessage() + " (" + place + ")", e);
    }
  }

  static DefectSpec parse(DefectKind kind, String text, String place) {
    boolean named = text.strip().toLowerCase(Locale.ROOT).startsWith(kind.label());
    return parse(named ? text : kind.label() + " " + text, place);
  }

  private static DefectSpec read(String text) {
    if (text.equals(DefectKind.PRISTINE.label())) {
      return DefectSpec.PRISTINE;
    }
    List<Defect> steps = new ArrayList<>();
    for (String part : text.split("\\s*\\+\\s*", -1)) {
      steps.add(step(List.of(part.split("\\s+"))));
    }
    return new DefectSpec(steps);
  }

  private static Defect step(List<String> words) {
    DefectKind kind = DefectKind.ofLabel(words.get(0)).orElseThrow(() -> unknown(words.get(0)));
    if (words.size() < 2 || words.size() > (kind == DefectKind.SUBSTITUTION ? 3 : 2)) {
      throw new UserException(
          "Defect must read like '" + example(kind) + "', was '" + String.join(" ", words) + "'");
    }
    double level = Levels.parse(words.get(1));
    return switch (kind) {
      case VACANCY -> new Vacancies(level);
      case DISPLACEMENT -> new Displacement(level);
      case SCALED_DISPLACEMENT -> new ScaledDisplacement(level);
      case BCC_TO_SC -> new BccToScVacancies(level);
      case ROTATION -> new Rotation(level);
      case SUBSTITUTION ->
          new Substitution(level, words.size() == 3 ? Alloys.species(words.get(2)) : 1);
      case PRISTINE, COMBINATION -> throw unknown(words.get(0));
    };
  }

  private static UserException unknown(String word) {
    return new UserException(
        "Unknown defect '"
            + word
            + "'; it must read like '"
            + example(DefectKind.COMBINATION)
            + "', with one of "
            + DefectKind.labels());
  }

  private static String example(DefectKind kind) {
    return switch (kind) {
      case DISPLACEMENT -> "displacement 0.02";
      case SCALED_DISPLACEMENT -> "scaled-displacement 0.1";
      case SUBSTITUTION -> "substitution 0.5 binary";
      case BCC_TO_SC -> "bcc-to-sc 0.75";
      case VACANCY -> "vacancy 0.25";
      case ROTATION -> "rotation 5";
      case PRISTINE, COMBINATION -> "displacement 0.02 + vacancy 0.1";
    };
  }
}
