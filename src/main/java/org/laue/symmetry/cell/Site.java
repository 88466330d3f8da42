package org.laue.symmetry.cell;

import org.laue.symmetry.groups.WyckoffPosition;

/**
 * Where one atom of the primitive cell sits in the standard cell.
 *
 * @param representative first atom of its orbit
 * @param position Wyckoff position of the orbit
 * @param ideal standard coordinates of the atom with the symmetry of its site, [3]
 */
record Site(int representative, WyckoffPosition position, double[] ideal) {}
