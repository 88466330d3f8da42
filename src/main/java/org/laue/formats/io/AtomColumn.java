package org.laue.formats.io;

import java.util.List;

/**
 * Something that is said of every atom of a structure, for formats that take columns.
 *
 * @param name of the whole in extended XYZ
 * @param type of extended XYZ: I for integers, R for reals
 * @param parts name of each number in a LAMMPS dump
 * @param values what is written
 */
public record AtomColumn(String name, char type, List<String> parts, Values values) {
  public AtomColumn {
    parts = List.copyOf(parts);
  }

  /** The numbers of an atom. */
  @FunctionalInterface
  public interface Values {
    /**
     * @param part from 0
     */
    Number at(int atom, int part);
  }

  /** Appends the numbers of an atom, a blank before each. */
  public void append(int atom, StringBuilder line) {
    for (int part = 0; part < parts.size(); part++) {
      line.append(' ').append(values.at(atom, part));
    }
  }
}
