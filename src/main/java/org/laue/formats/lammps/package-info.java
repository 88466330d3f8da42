/** LAMMPS: dump files, frame by frame, and data files. */
package org.laue.formats.lammps;
