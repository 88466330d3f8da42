package org.laue.symmetry.parent;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One site of a parent cell, as its atoms tell.
 *
 * @param atoms that sit on it, in all cells
 * @param elements how many of them are of which atomic number
 * @param displacementTensor mean of u u^T over these atoms, u the displacement from the site,
 *     Cartesian, square angstrom, row-major [9]; its trace is the mean square displacement
 * @param errorAngstrom standard error of a coordinate of the site
 */
public record ParentSite(
    int atoms,
    SortedMap<Integer, Integer> elements,
    double[] displacementTensor,
    double errorAngstrom) {

  public ParentSite {
    elements = new TreeMap<>(elements);
    displacementTensor = displacementTensor.clone();
  }
}
