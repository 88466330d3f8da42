package org.laue.spark;

import org.laue.Kernel;
import org.laue.descriptors.pointcloud.PointCloud;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;

/** Point clouds as rows of {@link TableSchemas#POINT_CLOUDS}. */
record PointCloudTable(PointCloudGenerator descriptor) implements DescriptorTable {
  private static final long serialVersionUID = 1L;

  @Override
  public TableSchema schema() {
    return TableSchemas.POINT_CLOUDS;
  }

  @Override
  public TableRow row(Variant variant) {
    PointCloud cloud = Kernel.FINGERPRINT.time(() -> descriptor.of(variant.crystal()));
    return variant.row(
        schema(),
        variant.crystal().atomCount(),
        descriptor.shape(),
        cloud.scattering(),
        cloud.values());
  }
}
