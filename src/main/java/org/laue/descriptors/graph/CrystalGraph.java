package org.laue.descriptors.graph;

import java.util.Arrays;
import org.laue.UserException;

/**
 * Atoms and bonds of a crystal. Every bond stands there twice, once from each of its ends; a bond
 * to an atom's own image in another cell is one of that atom to itself. Immutable.
 */
public final class CrystalGraph {
  /** Numbers of atoms and bonds go before the values. */
  private static final int HEAD = 2;

  private final int[] elements;
  private final int[] sources;
  private final int[] targets;
  private final float[] distances;

  private CrystalGraph(int[] elements, int[] sources, int[] targets, float[] distances) {
    this.elements = elements;
    this.sources = sources;
    this.targets = targets;
    this.distances = distances;
  }

  /**
   * @param elements atomic number of each atom
   * @param sources the atom that a bond starts from, in ascending order; targets likewise
   * @param distances lengths of the bonds, angstrom
   */
  public static CrystalGraph of(int[] elements, int[] sources, int[] targets, float[] distances) {
    return new CrystalGraph(elements.clone(), sources.clone(), targets.clone(), distances.clone());
  }

  public int atomCount() {
    return elements.length;
  }

  public int bondCount() {
    return distances.length;
  }

  /** Atomic number of each atom; a copy, as are the other arrays. */
  public int[] elements() {
    return elements.clone();
  }

  /** The atom that each bond starts from. */
  public int[] sources() {
    return sources.clone();
  }

  /** The atom that each bond leads to. */
  public int[] targets() {
    return targets.clone();
  }

  /** Lengths of the bonds, angstrom. */
  public float[] distances() {
    return distances.clone();
  }

  /** Atomic numbers that occur, ascending. */
  public int[] distinctElements() {
    return Arrays.stream(elements).sorted().distinct().toArray();
  }

  /** Share of the atoms of each of {@link #distinctElements}; they add up to 1. */
  public float[] fractions() {
    int[] distinct = distinctElements();
    float[] fractions = new float[distinct.length];
    for (int i = 0; i < fractions.length; i++) {
      int element = distinct[i];
      long count = Arrays.stream(elements).filter(z -> z == element).count();
      fractions[i] = (float) count / elements.length;
    }
    return fractions;
  }

  /**
   * The graph as one list: numbers of atoms and of bonds, then elements, sources, targets,
   * distances.
   */
  public float[] values() {
    int atoms = elements.length;
    int bonds = distances.length;
    float[] values = new float[HEAD + atoms + 3 * bonds];
    values[0] = atoms;
    values[1] = bonds;
    copy(elements, values, HEAD);
    copy(sources, values, HEAD + atoms);
    copy(targets, values, HEAD + atoms + bonds);
    System.arraycopy(distances, 0, values, HEAD + atoms + 2 * bonds, bonds);
    return values;
  }

  private static void copy(int[] from, float[] to, int at) {
    for (int i = 0; i < from.length; i++) {
      to[at + i] = from[i];
    }
  }

  /**
   * Inverse of {@link #values()}; what follows the graph is not looked at.
   *
   * @throws UserException if these are no graph's
   */
  public static CrystalGraph ofValues(float[] values) {
    return ofValues(values, 0);
  }

  /**
   * @param at where the graph begins
   */
  public static CrystalGraph ofValues(float[] values, int at) {
    int atoms = values.length < at + HEAD ? -1 : (int) values[at];
    int bonds = values.length < at + HEAD ? -1 : (int) values[at + 1];
    if (atoms < 1 || bonds < 1 || at + HEAD + atoms + 3L * bonds > values.length) {
      throw new UserException(
          "These %d values are no graph: atoms %d, bonds %d"
              .formatted(values.length - at, atoms, bonds));
    }
    int first = at + HEAD;
    int lengths = first + atoms + 2 * bonds;
    return new CrystalGraph(
        integers(values, first, atoms),
        integers(values, first + atoms, bonds),
        integers(values, first + atoms + bonds, bonds),
        Arrays.copyOfRange(values, lengths, lengths + bonds));
  }

  private static int[] integers(float[] values, int at, int count) {
    int[] integers = new int[count];
    for (int i = 0; i < count; i++) {
      integers[i] = (int) values[at + i];
    }
    return integers;
  }
}
