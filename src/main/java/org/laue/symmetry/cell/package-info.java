/** The standard cell of a crystal, its sites and its data set. */
package org.laue.symmetry.cell;
