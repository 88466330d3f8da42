/**
 * The space group of a crystal: one question, {@link org.laue.symmetry.SymmetryFinder}. The floors
 * below it answer in turn.
 */
package org.laue.symmetry;
