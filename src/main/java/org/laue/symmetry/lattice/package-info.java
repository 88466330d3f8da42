/** Lattices without atoms: reduction, rotations, conventional bases, integer algebra. */
package org.laue.symmetry.lattice;
