package org.laue.descriptors.pointcloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.pointcloud.PointCloudSettings.Cell;
import org.laue.descriptors.pointcloud.PointCloudSettings.Generation;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;

/**
 * Makes point clouds of crystals: standard cell, structure factors, points and scale as in Wang et
 * al., Phys. Rev. Research 4, 023029 (2022). Deterministic; keeps no state.
 */
public final class PointCloudGenerator implements Descriptor {
  private static final long serialVersionUID = 1L;

  /** In tables, models and commands. */
  public static final String NAME = "pointcloud";

  /** Unit of g in the second generation, 1/angstrom. */
  private static final double SCALE_V2 = 5;

  /** The limiting sphere of Cu K-alpha, 1/angstrom: radius and unit of the first generation. */
  private static final double SPHERE_V1 = 2 / 1.54184;

  private static final double FLOOR = 1e-6;

  /** A reflection whose scaled intensity is not above it is absent, in each of the programs. */
  private static final double ABSENT_V2 = 1e-3;

  private static final double ABSENT_V1 = 1e-8;

  private final PointCloudSettings settings;

  public PointCloudGenerator(PointCloudSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String table() {
    return "pointclouds";
  }

  @Override
  public Map<String, String> settings() {
    return settings.toMap();
  }

  /** What is taken away; what of it is drawn, is drawn where a cloud is shown. */
  public Ablation ablation() {
    return settings.ablation();
  }

  /** Length of g that a coordinate of 1 stands for, 1/angstrom. */
  public double unit() {
    return settings.generation() == Generation.V2 ? SCALE_V2 : SPHERE_V1;
  }

  /** Points; x, y, z and the intensities of each. */
  @Override
  public int[] shape() {
    return new int[] {settings.points(), width()};
  }

  private int width() {
    return PointCloud.COORDINATES + settings.probe().radiations().size();
  }

  @Override
  public float[] values(Atoms structure) {
    if (!(structure instanceof Crystal crystal)) {
      throw new UserException(
          "A point cloud is made of a crystal's reciprocal lattice; these atoms have no lattice");
    }
    return of(crystal).values();
  }

  /**
   * The cloud of a crystal in any cell.
   *
   * @throws UserException if no standard cell is found or an element scatters in no known way
   */
  public PointCloud of(Crystal crystal) {
    SymmetryDataset symmetry =
        SymmetryFinder.symmetry(crystal, new Tolerance(settings.symprec(), -1));
    return ofStandardCell(
        settings.cell() == Cell.PRIMITIVE
            ? symmetry.standardPrimitiveCell(true)
            : symmetry.standardCell(true));
  }

  /** The cloud of a cell as it stands. */
  PointCloud ofStandardCell(Crystal cell) {
    int limit = Math.max(1, settings.maxMiller());
    List<StructureFactors> factors =
        settings.probe().radiations().stream()
            .map(radiation -> new StructureFactors(cell, radiation, limit))
            .toList();
    List<int[]> chosen = settings.generation() == Generation.V2 ? all() : within(factors.get(0));
    return cloud(chosen, factors);
  }

  /** The origin first, then by h, k, l. */
  private List<int[]> all() {
    List<int[]> chosen = new ArrayList<>();
    int m = settings.maxMiller();
    if (m != 0) {
      chosen.add(new int[3]);
    }
    if (m <= 0) {
      chosen.addAll(List.of(new int[] {1, 0, 0}, new int[] {0, 1, 0}, new int[] {0, 0, 1}));
      return chosen;
    }
    for (int h = -m; h <= m; h++) {
      for (int k = -m; k <= m; k++) {
        for (int l = -m; l <= m; l++) {
          if (h != 0 || k != 0 || l != 0) {
            chosen.add(new int[] {h, k, l});
          }
        }
      }
    }
    return chosen;
  }

  /** Those within the limiting sphere by their length; equal lengths by h, k, l. */
  private List<int[]> within(StructureFactors factors) {
    return all().stream()
        .filter(p -> length(factors, p) < SPHERE_V1)
        .sorted(Comparator.comparingDouble(p -> Math.round(1e9 * length(factors, p))))
        .toList();
  }

  private double length(StructureFactors factors, int[] p) {
    double[] g = vector(factors, p);
    return Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
  }

  /** g of the lattice that is shown, 1/angstrom. */
  private double[] vector(StructureFactors factors, int[] p) {
    if (settings.ablation().geometry() == Ablation.Geometry.OWN) {
      return factors.vector(p[0], p[1], p[2]);
    }
    double edge = Math.cbrt(factors.volume());
    return new double[] {p[0] / edge, p[1] / edge, p[2] / edge};
  }

  /**
   * @param factors of each radiation
   */
  private PointCloud cloud(List<int[]> chosen, List<StructureFactors> factors) {
    int width = width();
    float[] values = new float[width * settings.points()];
    int[] miller = new int[3 * settings.points()];
    for (int i = 0; i < chosen.size(); i++) {
      int[] p = chosen.get(i);
      double[] g = vector(factors.get(0), p);
      for (int c = 0; c < 3; c++) {
        values[width * i + c] = (float) (g[c] / unit());
        miller[3 * i + c] = p[c];
      }
      for (int r = 0; r < factors.size(); r++) {
        double intensity = factors.get(r).intensity(p[0], p[1], p[2]);
        values[width * i + PointCloud.COORDINATES + r] = (float) shown(intensity, radiation(r));
      }
    }
    return new PointCloud(values, width, miller, chosen.size());
  }

  private Radiation radiation(int place) {
    return settings.probe().radiations().get(place);
  }

  private double shown(double intensity, Radiation radiation) {
    boolean second = settings.generation() == Generation.V2;
    return switch (settings.ablation().intensities()) {
      case NONE -> 0;
      case ABSENCES -> scaled(intensity, radiation) > (second ? ABSENT_V2 : ABSENT_V1) ? 1 : 0;
      case FULL, RANDOM_SCALE, SHUFFLED -> scaled(intensity, radiation);
    };
  }

  private double scaled(double intensity, Radiation radiation) {
    if (settings.generation() == Generation.V2) {
      return (Math.log(intensity + FLOOR) - Math.log(FLOOR)) / 15;
    }
    return radiation == Radiation.NEUTRON ? intensity : Math.log1p(intensity) / 3;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointCloudGenerator that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }
}
