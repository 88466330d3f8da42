/** The parent lattice of atoms that lost their symmetry: missing, displaced, substituted. */
package org.laue.symmetry.parent;
