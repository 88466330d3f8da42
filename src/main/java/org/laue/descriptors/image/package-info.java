/**
 * The two-dimensional diffraction fingerprint (Ziletti et al., Nat. Commun. 9, 2775, 2018): from a
 * cluster to a 3 x 64 x 64 image.
 */
package org.laue.descriptors.image;
