/**
 * Damage done to perfect crystals: vacancies, displacements, substitutions and combinations of
 * them, as pure functions of a supercell, a specification and a seed.
 */
package org.laue.defects;
