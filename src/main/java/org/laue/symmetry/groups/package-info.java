/**
 * The 230 space groups in their 530 settings: Hall symbols, Wyckoff positions, and which of them a
 * set of operations is.
 */
package org.laue.symmetry.groups;
