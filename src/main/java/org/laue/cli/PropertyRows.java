package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laue.UserException;
import org.laue.api.PropertyModel.Property;
import org.laue.api.PropertyQuestion;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.Descriptor;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Atoms;

/**
 * What models say of one structure, as a row. Of a question that tells classes: the most probable
 * one, the probability of each and of the answer; of others the numbers. With several models each
 * is a mean, and beside it stands how far off it may be.
 *
 * @param questions at least one; where there are several, columns and warnings begin with their
 *     names
 */
record PropertyRows(List<PropertyQuestion> questions) implements RowFunction {
  private static final String FORMULA = "formula";
  private static final String ATOMS = "atoms";
  private static final String WARNING = "warning";
  private static final String NAME = "name";

  PropertyRows {
    questions = List.copyOf(questions);
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(FORMULA, ATOMS));
    for (PropertyQuestion question : questions) {
      if (question.tellsClasses()) {
        columns.add(answer(question));
        question.values().forEach(label -> columns.add(prefix(question) + label));
        columns.add(prefix(question) + "probability");
        columns.addAll(deviations(question, List.of(prefix(question) + "probability")));
      } else {
        columns.addAll(question.values());
        columns.addAll(deviations(question, question.values()));
      }
      columns.add(prefix(question) + "novelty");
    }
    columns.addAll(List.of(WARNING, NAME));
    return columns;
  }

  /** What fits beside each other on a screen: no class but the answer, no novelty. */
  List<String> narrow() {
    Set<String> hidden = new LinkedHashSet<>();
    for (PropertyQuestion question : questions) {
      hidden.add(prefix(question) + "novelty");
      if (question.tellsClasses()) {
        question.values().forEach(label -> hidden.add(prefix(question) + label));
      }
    }
    return columns().stream().filter(column -> !hidden.contains(column)).toList();
  }

  private String answer(PropertyQuestion question) {
    return questions.size() == 1 ? "answer" : word(question);
  }

  private String prefix(PropertyQuestion question) {
    return questions.size() == 1 ? "" : word(question) + "_";
  }

  private static String word(PropertyQuestion question) {
    return question.name().replace('-', '_');
  }

  private static List<String> deviations(PropertyQuestion question, List<String> values) {
    String uncertainty = question.uncertainty();
    return uncertainty.isEmpty()
        ? List.of()
        : values.stream().map(value -> value + " " + uncertainty).toList();
  }

  /**
   * @throws UserException if no question has an answer
   */
  @Override
  public List<Object> apply(ParsedStructure structure) {
    Atoms atoms = structure.requireElements().atoms();
    Map<Descriptor, float[]> seen = new HashMap<>();
    List<Object> row = new ArrayList<>(Arrays.asList(structure.formula(), atoms.atomCount()));
    Set<String> failures = new LinkedHashSet<>();
    List<String> warnings = new ArrayList<>();
    warnings.add(structure.warning());
    int unanswered = 0;
    for (PropertyQuestion question : questions) {
      try {
        Property said = question.of(atoms, d -> seen.computeIfAbsent(d, x -> x.values(atoms)));
        row.addAll(cells(question, said));
        warnings.add(said.warning().isEmpty() ? "" : start(question) + said.warning());
      } catch (UserException e) {
        unanswered++;
        failures.add(e.getMessage());
        row.addAll(Collections.nCopies(width(question), null));
        warnings.add(start(question) + "no answer, " + e.getMessage());
      }
    }
    if (unanswered == questions.size()) {
      throw new UserException(String.join("; ", failures));
    }
    row.add(joined(warnings));
    row.add(structure.name());
    return row;
  }

  private String start(PropertyQuestion question) {
    return questions.size() == 1 ? "" : word(question) + ": ";
  }

  private static String joined(List<String> warnings) {
    List<String> said =
        warnings.stream().filter(text -> text != null && !text.isEmpty()).distinct().toList();
    return said.isEmpty() ? null : String.join("; ", said);
  }

  private static int width(PropertyQuestion question) {
    int values = question.values().size();
    boolean several = question.models().size() > 1;
    return question.tellsClasses() ? values + (several ? 4 : 3) : (several ? 2 : 1) * values + 1;
  }

  private static List<Object> cells(PropertyQuestion question, Property said) {
    List<Object> cells = new ArrayList<>();
    if (question.tellsClasses()) {
      int answer = question.values().indexOf(said.answer());
      cells.add(said.answer());
      cells.addAll(said.values());
      cells.add(said.values().get(answer));
      said.deviations().stream().skip(answer).limit(1).forEach(cells::add);
    } else {
      cells.addAll(said.values());
      cells.addAll(said.deviations());
    }
    cells.add(said.novelty());
    return cells;
  }
}
