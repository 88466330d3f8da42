package org.laue.scan;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan found.
 *
 * @param atoms answers atom by atom
 * @param grains the largest first
 * @param boundaries between touching grains
 * @param spacing cube root of the volume per atom, angstrom
 */
public record ScanResult(
    AtomAnswers atoms, List<Grain> grains, List<Boundary> boundaries, double spacing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ScanResult {
    grains = List.copyOf(grains);
    boundaries = List.copyOf(boundaries);
  }

  /** Atoms of each class; classes without any are left out. */
  public Map<LocalClass, Integer> counts() {
    Map<LocalClass, Integer> counts = new EnumMap<>(LocalClass.class);
    for (int atom = 0; atom < atoms.size(); atom++) {
      counts.merge(atoms.kind(atom), 1, Integer::sum);
    }
    return counts;
  }
}
