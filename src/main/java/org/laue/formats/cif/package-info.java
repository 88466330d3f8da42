/**
 * Crystallographic Information Files: tokens, blocks, sites, and symmetry that must agree with
 * itself.
 */
package org.laue.formats.cif;
