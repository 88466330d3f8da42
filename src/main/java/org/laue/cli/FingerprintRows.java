package org.laue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.laue.api.rows.ImageRows;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.NpyWriter;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.descriptors.image.Imaging;
import org.laue.formats.io.ParsedStructure;

/** The image of one structure with what is to be known of it. */
record FingerprintRows(ImageRows rows) implements RowFunction {
  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("file"));
    columns.addAll(rows.columns());
    return columns;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    Imaging.Image image = rows.image(structure);
    List<Object> row = new ArrayList<>();
    row.add(files(image.fingerprint()));
    row.addAll(rows.row(structure, image));
    return row;
  }

  /** As NumPy array and as picture. */
  private static PictureFiles files(Fingerprint image) {
    try (ByteArrayOutputStream npy = new ByteArrayOutputStream();
        ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      int[] shape = {Fingerprint.CHANNELS, image.size(), image.size()};
      NpyWriter.write(image.pixels(), shape, npy);
      FingerprintPng.write(image, png);
      return new PictureFiles().with(".npy", npy.toByteArray()).with(".png", png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
