package org.laue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.NpyWriter;
import org.laue.descriptors.pointcloud.PointCloud;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudPng;
import org.laue.formats.io.ParsedStructure;

/** The point cloud of one crystal with what is to be known of it. */
record CloudRows(PointCloudGenerator generator) implements RowFunction {
  @Override
  public List<String> columns() {
    return List.of("file", "formula", "atoms", "points", "mean_intensity", "warning");
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    PointCloud cloud = generator.of(structure.requireElements().inItsCell());
    double sum = 0;
    for (int p = 0; p < cloud.scattering(); p++) {
      sum += cloud.intensity(p);
    }
    return Arrays.asList(
        files(cloud),
        structure.atoms().formula(),
        structure.atoms().atomCount(),
        cloud.scattering(),
        sum / Math.max(1, cloud.scattering()),
        structure.warning());
  }

  /** As NumPy array and as picture. */
  private PictureFiles files(PointCloud cloud) {
    try (ByteArrayOutputStream npy = new ByteArrayOutputStream();
        ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      NpyWriter.write(cloud.values(), generator.shape(), npy);
      ImageIO.write(PointCloudPng.image(cloud), "png", png);
      return new PictureFiles().with(".npy", npy.toByteArray()).with(".png", png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
