/**
 * Local structure, atom by atom, of any number of atoms: which lattice each belongs to, how it is
 * turned, which grain it is part of, or that it is none.
 *
 * <p>{@link org.laue.scan.Scan} is the door. Lattices are found at points of a grid from the few
 * hundred atoms around each ({@link org.laue.scan.LatticeSearch}); every atom then asks the
 * lattices near it which explains its own surroundings best. No Spark here: a part of space with a
 * rim of atoms around it gives the same answers as the whole.
 */
package org.laue.scan;
