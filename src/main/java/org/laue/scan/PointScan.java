package org.laue.scan;

import org.laue.structure.Atoms;

/**
 * A scan of a grid of points in place of atoms.
 *
 * @param points where they are, in the box of the atoms; each bears the commonest element
 * @param result answers point by point; its grains count points, its spacing is the largest
 *     distance of neighbouring points along an edge
 */
public record PointScan(Atoms points, ScanResult result) {}
