/** The network that looks at point clouds: one small network for every point, and the largest. */
package org.laue.learning.pointnet;
