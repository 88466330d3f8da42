package org.laue.spark.sql;

import java.util.ArrayList;
import java.util.List;
import org.laue.api.rows.ImageRows;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.Imaging;
import org.laue.formats.io.ParsedStructure;

/** The image of a structure, float32, channel by channel and row by row, in front of its facts. */
record PixelRows(ImageRows rows) implements RowFunction {
  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("pixels", "shape"));
    columns.addAll(rows.columns());
    return columns;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    Imaging.Image image = rows.image(structure);
    int size = image.fingerprint().size();
    List<Object> row = new ArrayList<>();
    row.add(image.fingerprint().pixels());
    row.add(new int[] {Fingerprint.CHANNELS, size, size});
    row.addAll(rows.row(structure, image));
    return row;
  }
}
