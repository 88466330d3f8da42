/** Which translations and rotations map the atoms onto each other within a tolerance. */
package org.laue.symmetry.operations;
