package org.laue.learning.sen;

import java.util.Arrays;
import java.util.List;
import org.laue.descriptors.graph.CrystalGraph;

/**
 * Some crystals as one flat list of atoms, one of bonds, one of distinct elements and one of pairs
 * of elements, with arrays that say what belongs to what.
 */
final class GraphBatch {
  final int crystals;

  /** Atomic numbers, [atoms]. */
  final int[] elements;

  /** The crystal of each atom. */
  final int[] crystalOfAtom;

  /** Atoms that the bonds start from and lead to, and their lengths in angstrom, [bonds]. */
  final int[] sources;

  final int[] targets;
  final float[] lengths;

  /** The crystal of each bond. */
  final int[] crystalOfBond;

  /** Atomic numbers of the distinct elements of each crystal, and their fractions. */
  final int[] parts;

  final float[] fractions;
  final int[] crystalOfPart;

  /** Ordered pairs of distinct elements of a crystal; a lone element is paired with itself. */
  final int[] pairFirst;

  final int[] pairSecond;

  /** One over the number of members, for means. */
  final float[] perAtomOfCrystal;

  final float[] perBondOfCrystal;
  final float[] perBondOfAtom;

  /**
   * @param graphs in the order of the crystals
   */
  GraphBatch(List<CrystalGraph> graphs) {
    crystals = graphs.size();
    int atoms = graphs.stream().mapToInt(CrystalGraph::atomCount).sum();
    int bonds = graphs.stream().mapToInt(CrystalGraph::bondCount).sum();
    int distinct = graphs.stream().mapToInt(graph -> graph.distinctElements().length).sum();
    int pairs = graphs.stream().mapToInt(graph -> pairs(graph.distinctElements().length)).sum();
    elements = new int[atoms];
    crystalOfAtom = new int[atoms];
    sources = new int[bonds];
    targets = new int[bonds];
    lengths = new float[bonds];
    crystalOfBond = new int[bonds];
    parts = new int[distinct];
    fractions = new float[distinct];
    crystalOfPart = new int[distinct];
    pairFirst = new int[pairs];
    pairSecond = new int[pairs];
    fill(graphs);
    perAtomOfCrystal = perMember(crystalOfAtom, crystals);
    perBondOfCrystal = perMember(crystalOfBond, crystals);
    perBondOfAtom = perMember(sources, atoms);
  }

  private static int pairs(int elements) {
    return elements == 1 ? 1 : elements * (elements - 1);
  }

  private void fill(List<CrystalGraph> graphs) {
    int atom = 0;
    int bond = 0;
    int part = 0;
    int pair = 0;
    for (int crystal = 0; crystal < crystals; crystal++) {
      CrystalGraph graph = graphs.get(crystal);
      int ownBonds = graph.bondCount();
      int ownAtoms = graph.atomCount();
      System.arraycopy(graph.elements(), 0, elements, atom, ownAtoms);
      Arrays.fill(crystalOfAtom, atom, atom + ownAtoms, crystal);
      copy(graph.sources(), sources, bond, atom);
      copy(graph.targets(), targets, bond, atom);
      System.arraycopy(graph.distances(), 0, lengths, bond, ownBonds);
      Arrays.fill(crystalOfBond, bond, bond + ownBonds, crystal);
      int[] distinct = graph.distinctElements();
      System.arraycopy(distinct, 0, parts, part, distinct.length);
      System.arraycopy(graph.fractions(), 0, fractions, part, distinct.length);
      Arrays.fill(crystalOfPart, part, part + distinct.length, crystal);
      for (int i = 0; i < distinct.length; i++) {
        for (int j = 0; j < distinct.length; j++) {
          if (i != j || distinct.length == 1) {
            pairFirst[pair] = part + i;
            pairSecond[pair++] = part + j;
          }
        }
      }
      atom += ownAtoms;
      bond += ownBonds;
      part += distinct.length;
    }
  }

  private static void copy(int[] from, int[] to, int at, int shift) {
    for (int i = 0; i < from.length; i++) {
      to[at + i] = from[i] + shift;
    }
  }

  private static float[] perMember(int[] group, int groups) {
    float[] counts = new float[groups];
    for (int g : group) {
      counts[g]++;
    }
    for (int g = 0; g < groups; g++) {
      counts[g] = 1 / Math.max(1, counts[g]);
    }
    return counts;
  }
}
