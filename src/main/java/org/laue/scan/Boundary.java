package org.laue.scan;

import java.io.Serializable;

/**
 * Where two grains meet.
 *
 * @param first the grain of smaller number
 * @param contacts pairs of neighbouring atoms of the two
 * @param degrees smallest angle that turns one lattice onto the other; NaN between classes
 */
public record Boundary(int first, int second, int contacts, double degrees)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
