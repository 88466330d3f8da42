package org.laue.descriptors.graph;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.UserException;
import org.laue.descriptors.SettingsReader;

/**
 * Which neighbours an atom of a graph is bound to.
 *
 * @param cutoff the farthest neighbour, angstrom
 * @param nearest only so many of them, with those that are equally far as the last; 0: all
 */
public record GraphSettings(double cutoff, int nearest) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Beyond, a small cell has thousands of bonds an atom. */
  private static final double LARGEST_CUTOFF = 15;

  public GraphSettings {
    if (!(cutoff > 0 && cutoff <= LARGEST_CUTOFF)) {
      throw new UserException(
          "graph cutoff must be in (0, %.0f] angstrom, was %s".formatted(LARGEST_CUTOFF, cutoff));
    }
    if (nearest < 0) {
      throw new UserException("graph nearest must not be negative, was " + nearest);
    }
  }

  /** The published program's: all within 5 angstrom. */
  public static GraphSettings defaults() {
    return new GraphSettings(5, 0);
  }

  public GraphSettings withNearest(int other) {
    return new GraphSettings(cutoff, other);
  }

  /** Every setting by name, for manifests. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("cutoff", Double.toString(cutoff));
    map.put("nearest", Integer.toString(nearest));
    return map;
  }

  /** Inverse of {@link #toMap()}. */
  public static GraphSettings ofMap(Map<String, String> map) {
    SettingsReader settings = new SettingsReader("graph", map);
    GraphSettings read = new GraphSettings(settings.number("cutoff"), settings.integer("nearest"));
    settings.requireNothingLeft();
    return read;
  }
}
