package org.laue.cli;

import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.descriptors.pointcloud.Probe;
import picocli.CommandLine.Option;

/** How crystals become point clouds; the defaults are those of a study. */
final class CloudOptions {
  private static final PointCloudSettings DEFAULT = PointCloudSettings.defaults();

  @Option(
      names = "--generation",
      paramLabel = "NAME",
      description = "Of a point cloud: v2, or v1 with its sphere and padding (default: v2).")
  private PointCloudSettings.Generation generation = DEFAULT.generation();

  @Option(
      names = "--probe",
      paramLabel = "NAME",
      description = "Of a point cloud: xray, neutron or joint, which is both (default: xray).")
  private Probe probe = DEFAULT.probe();

  @Option(
      names = "--cell",
      paramLabel = "NAME",
      description = "Of a point cloud: conventional or primitive (default: conventional).")
  private PointCloudSettings.Cell cell = DEFAULT.cell();

  @Option(
      names = "--max-miller",
      paramLabel = "N",
      description = "Of a point cloud: the largest index, -1 to 4 (default: ${DEFAULT-VALUE}).")
  private int maxMiller = DEFAULT.maxMiller();

  PointCloudSettings settings(double symprec) {
    return new PointCloudSettings(generation, probe, cell, maxMiller, symprec);
  }
}
