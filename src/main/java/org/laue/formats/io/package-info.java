/**
 * What every reader shares: lines and numbers with their place, limits, lists of atoms, parsed
 * structures and rejects.
 */
package org.laue.formats.io;
