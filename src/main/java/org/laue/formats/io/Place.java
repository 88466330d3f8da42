package org.laue.formats.io;

import java.io.Serializable;

/**
 * Where a reader stands between two structures, and what it knows from those before.
 *
 * @param position how many structures it has come upon, those that were rejected too
 * @param line how many lines it has passed
 * @param lengthUnit in angstrom, where a structure may name it for all that follow
 */
public record Place(int position, int line, double lengthUnit) implements Serializable {
  public static final Place BEGINNING = new Place(0, 0, 1);
}
