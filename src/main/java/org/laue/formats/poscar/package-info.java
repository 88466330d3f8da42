/** VASP's POSCAR, CONTCAR and XDATCAR. */
package org.laue.formats.poscar;
