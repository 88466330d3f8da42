/**
 * The three-dimensional diffraction pattern as a point cloud (Wang et al., Phys. Rev. Research 4,
 * 023029, 2022): from a crystal to reciprocal-lattice points with intensities.
 */
package org.laue.descriptors.pointcloud;
