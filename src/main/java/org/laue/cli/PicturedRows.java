package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import org.laue.api.Answer;
import org.laue.api.rows.ClassifyRows;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.image.Imaging;
import org.laue.formats.io.ParsedStructure;

/** Rows of classes with a picture of what decided in front. */
record PicturedRows(ClassifyRows rows) implements RowFunction {
  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("picture"));
    columns.addAll(rows.columns());
    return columns;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    Imaging.Image image = rows.laue().fingerprint(structure);
    Answer answer = rows.laue().classify(structure, image);
    List<Object> row = new ArrayList<>();
    row.add(WhyPicture.of(rows.laue(), structure.name(), image.fingerprint(), answer));
    row.addAll(ClassifyRows.row(structure, answer));
    return row;
  }
}
