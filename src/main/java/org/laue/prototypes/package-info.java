/**
 * The embedded set of perfect crystals: structure types in the eight space groups of the seven
 * classes, filled with real elements, drawn by a plan that depends on settings and a seed alone.
 */
package org.laue.prototypes;
