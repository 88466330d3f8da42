package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laue.api.PropertyModel;
import org.laue.api.rows.RowFunction;
import org.laue.formats.io.ParsedStructure;

/** What a model says of one structure, as a row. */
record PropertyRows(PropertyModel model) implements RowFunction {
  private static final String ANSWER = "answer";

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("formula", "atoms", ANSWER));
    columns.addAll(model.names());
    columns.addAll(List.of("novelty", "warning"));
    return columns;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    PropertyModel.Property property = model.of(structure.requireElements().atoms());
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(structure.formula(), structure.atoms().atomCount(), property.answer()));
    row.addAll(property.values());
    row.add(property.novelty());
    String warnings =
        Stream.of(structure.warning(), property.warning())
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining("; "));
    row.add(warnings.isEmpty() ? null : warnings);
    return row;
  }
}
