/**
 * Immutable values that every room speaks: crystals, lattices, elements, clusters, neighbours, 3 x
 * 3 algebra.
 */
package org.laue.structure;
