package org.laue.descriptors.pointcloud;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.Spelling;
import org.laue.UserException;
import org.laue.descriptors.SettingsReader;

/**
 * Everything that decides how a crystal becomes a point cloud (Wang et al., Phys. Rev. Research 4,
 * 023029, 2022).
 *
 * @param generation which of the method's two published programs: choice of points and scale
 * @param probe what is scattered
 * @param cell standard cell whose reciprocal lattice is shown
 * @param maxMiller the largest |h|, |k|, |l|: 1 to 4; -1 leaves the origin, 100, 010 and 001; 0
 *     these three without the origin
 * @param symprec tolerance of the standard cell, angstrom
 * @param ablation what is taken away
 */
public record PointCloudSettings(
    Generation generation, Probe probe, Cell cell, int maxMiller, double symprec, Ablation ablation)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The two programs of the method. */
  public enum Generation {
    /** 2021: points within the limiting sphere of Cu K-alpha, sorted, padded with zeros. */
    V1,
    /** 2022: every point up to the largest index. */
    V2
  }

  /** A standard cell. */
  public enum Cell {
    CONVENTIONAL,
    PRIMITIVE
  }

  static final int MOST = 4;

  /** With nothing taken away. */
  public PointCloudSettings(
      Generation generation, Probe probe, Cell cell, int maxMiller, double symprec) {
    this(generation, probe, cell, maxMiller, symprec, Ablation.NONE);
  }

  public PointCloudSettings {
    if (maxMiller < -1 || maxMiller > MOST) {
      throw new UserException("pointcloud max-miller must be -1 to 4, was " + maxMiller);
    }
    if (!(symprec > 0)) {
      throw new UserException(
          "pointcloud symprec must be a positive length in angstrom, was " + symprec);
    }
  }

  /** The published revision: 343 points of the conventional cell at 0.1 angstrom, x-rays. */
  public static PointCloudSettings defaults() {
    return new PointCloudSettings(Generation.V2, Probe.XRAY, Cell.CONVENTIONAL, 3, 0.1);
  }

  public PointCloudSettings withGeneration(Generation other) {
    return new PointCloudSettings(other, probe, cell, maxMiller, symprec, ablation);
  }

  public PointCloudSettings withProbe(Probe other) {
    return new PointCloudSettings(generation, other, cell, maxMiller, symprec, ablation);
  }

  public PointCloudSettings withCell(Cell other) {
    return new PointCloudSettings(generation, probe, other, maxMiller, symprec, ablation);
  }

  public PointCloudSettings withMaxMiller(int other) {
    return new PointCloudSettings(generation, probe, cell, other, symprec, ablation);
  }

  public PointCloudSettings withAblation(Ablation other) {
    return new PointCloudSettings(generation, probe, cell, maxMiller, symprec, other);
  }

  /** Points of a cloud, those that pad it included. */
  public int points() {
    return switch (maxMiller) {
      case -1 -> 4;
      case 0 -> 3;
      default -> (2 * maxMiller + 1) * (2 * maxMiller + 1) * (2 * maxMiller + 1);
    };
  }

  /** Every setting by name, in a fixed order and spelling, for manifests. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("generation", Spelling.of(generation));
    map.put("probe", Spelling.of(probe));
    map.put("cell", Spelling.of(cell));
    map.put("maxMiller", Integer.toString(maxMiller));
    map.put("symprec", Double.toString(symprec));
    map.putAll(ablation.toMap());
    return map;
  }

  /** Inverse of {@link #toMap()}. */
  public static PointCloudSettings ofMap(Map<String, String> map) {
    SettingsReader settings = new SettingsReader("pointcloud", map);
    PointCloudSettings read =
        new PointCloudSettings(
            settings.constant(Generation.class, "generation"),
            settings.constant(Probe.class, "probe"),
            settings.constant(Cell.class, "cell"),
            settings.integer("maxMiller"),
            settings.number("symprec"),
            Ablation.read(settings));
    settings.requireNothingLeft();
    return read;
  }
}
