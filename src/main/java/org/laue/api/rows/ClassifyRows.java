package org.laue.api.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.Parent;
import org.laue.api.Warning;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Lattice;

/** What model, symmetry and baseline say of one structure, as a row. */
public record ClassifyRows(Laue laue) implements RowFunction {
  private static final List<String> OWN =
      List.of(
          "verdict",
          "reason",
          "class",
          "probability",
          "warning",
          "space_group",
          "baseline_tight",
          "baseline_medium",
          "baseline_loose",
          "formula",
          "atoms",
          "recognised_as",
          "probabilities",
          "contradiction",
          "warnings",
          "network_class",
          "network_probability",
          "novelty",
          "name",
          "cell_lengths_angstrom",
          "cell_angles_degrees",
          "bond_length_angstrom",
          "occupancy",
          "displacement_angstrom",
          "vacancies",
          "interstitials",
          "substitutions",
          "parent_certainty");

  private static final List<String> COLUMNS =
      Stream.concat(OWN.stream(), TypeColumns.NAMES.stream()).toList();

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    return row(structure, laue.classify(structure));
  }

  /** The row where the answer is at hand. */
  public static List<Object> row(ParsedStructure structure, Answer answer) {
    boolean known = answer.verdict().isKnown();
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(
                answer.verdict().label(),
                known ? null : answer.verdict().reason(),
                known ? answer.verdict().label() : null,
                known ? rounded(answer.verdict().probability(), 4) : null,
                warning(answer),
                boxed(answer.spaceGroup()),
                boxed(answer.baselines().tight()),
                boxed(answer.baselines().medium()),
                boxed(answer.baselines().loose()),
                structure.atoms().formula(),
                structure.atoms().atomCount(),
                answer.parent().map(ClassifyRows::recognised).orElse(null),
                probabilities(answer),
                answer.contradiction().orElse(null),
                answer.warnings().stream().map(w -> w.code().label()).distinct().toList(),
                answer.network().label(),
                rounded(answer.network().probability(), 4),
                rounded(answer.network().novelty(), 3),
                structure.name()));
    row.addAll(geometry(structure.atoms().periodicLattice(), answer));
    row.addAll(TypeColumns.of(answer.structureType()));
    return row;
  }

  private static List<Object> geometry(Optional<Lattice> lattice, Answer answer) {
    Optional<Parent> parent = answer.parent();
    return Arrays.asList(
        lattice.map(cell -> rounded(cell.lengths(), 4)).orElse(null),
        lattice.map(cell -> rounded(cell.angles(), 3)).orElse(null),
        rounded(answer.bondLengthAngstrom(), 4),
        parent.map(p -> rounded(p.occupancy(), 3)).orElse(null),
        parent.map(p -> rounded(p.rmsDisplacementAngstrom(), 3)).orElse(null),
        parent.map(Parent::vacancies).orElse(null),
        parent.map(Parent::interstitials).orElse(null),
        parent.map(Parent::substitutions).orElse(null),
        parent.map(p -> rounded(p.certainty(), 3)).orElse(null));
  }

  private static String warning(Answer answer) {
    String all = answer.warnings().stream().map(Warning::text).collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }

  private static String recognised(Parent parent) {
    return String.format(
        Locale.ROOT,
        "supercell with %.0f %% of its sites occupied, atoms %.2f A off (rms)",
        100 * parent.occupancy(),
        parent.rmsDisplacementAngstrom());
  }

  private static Map<String, Double> probabilities(Answer answer) {
    LinkedHashMap<String, Double> map = new LinkedHashMap<>();
    answer.network().probabilities().forEach((label, p) -> map.put(label, rounded(p, 4)));
    return map;
  }

  private static Integer boxed(OptionalInt group) {
    return group.isPresent() ? group.getAsInt() : null;
  }

  private static List<Double> rounded(double[] values, int digits) {
    return Arrays.stream(values).mapToObj(v -> rounded(v, digits)).toList();
  }

  private static Double rounded(double value, int digits) {
    double factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}
