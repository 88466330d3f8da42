package org.laue.descriptors.pointcloud;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.Spelling;
import org.laue.UserException;
import org.laue.descriptors.SettingsReader;

/**
 * What is taken away from a cloud, to learn what carries the information (the ablations of Wang et
 * al., Phys. Rev. Research 4, 023029, 2022, and some in their spirit). It happens to every cloud,
 * learned from or asked about.
 *
 * @param intensities what is left of them
 * @param geometry what is left of the lattice
 * @param noise standard deviation of each component of g, 1/angstrom; drawn at each showing
 * @param dropped share of the points that are left out, drawn at each showing; others stand twice
 *     in their place, which moves no maximum over the points
 */
public record Ablation(Intensities intensities, Geometry geometry, double noise, double dropped)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Everything is shown. */
  public static final Ablation NONE = new Ablation(Intensities.FULL, Geometry.OWN, 0, 0);

  /** What is left of the intensities. */
  public enum Intensities {
    /** As they are. */
    FULL,
    /** All of a cloud times one number in [0, 1), drawn at each showing: ratios without scale. */
    RANDOM_SCALE,
    /** 1 where there is a reflection, 0 where it is absent. */
    ABSENCES,
    /** 0. */
    NONE,
    /** Given to other points of the cloud, drawn at each showing: their histogram alone. */
    SHUFFLED
  }

  /** What is left of the lattice. */
  public enum Geometry {
    /** Its own reciprocal lattice. */
    OWN,
    /** That of the cube with the cell's volume, each hkl with its own intensity. */
    CUBIC
  }

  public Ablation {
    if (!(noise >= 0 && Double.isFinite(noise))) {
      throw new UserException(
          "pointcloud noise must be at least 0, in 1/angstrom, was %s".formatted(noise));
    }
    if (!(dropped >= 0 && dropped < 1)) {
      throw new UserException(
          "pointcloud dropped must be a share in [0, 1), was %s".formatted(dropped));
    }
  }

  public Ablation withIntensities(Intensities other) {
    return new Ablation(other, geometry, noise, dropped);
  }

  public Ablation withGeometry(Geometry other) {
    return new Ablation(intensities, other, noise, dropped);
  }

  public Ablation withNoise(double other) {
    return new Ablation(intensities, geometry, other, dropped);
  }

  public Ablation withDropped(double other) {
    return new Ablation(intensities, geometry, noise, other);
  }

  Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("intensities", Spelling.of(intensities));
    map.put("geometry", Spelling.of(geometry));
    map.put("noise", Double.toString(noise));
    map.put("dropped", Double.toString(dropped));
    return map;
  }

  static Ablation read(SettingsReader settings) {
    return new Ablation(
        settings.constant(Intensities.class, "intensities"),
        settings.constant(Geometry.class, "geometry"),
        settings.number("noise"),
        settings.number("dropped"));
  }
}
