package org.laue.learning.cgcnn;

import java.util.List;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.graphs.LengthGaussians;

/**
 * Some crystals of a batch as one flat list of atoms and one of bonds. Its arrays grow and are used
 * again for others.
 */
final class Part {
  /** Centre of the last Gaussian, and where one has fallen to 1 / e, angstrom. */
  private static final double LAST = 5;

  private static final double BREADTH = 0.3;

  private final LengthGaussians gaussians;
  private final int values;

  int crystals;
  int atoms;
  int bonds;

  /** Atomic numbers, [atoms]. */
  int[] elements = {};

  /** The crystal of each atom. */
  int[] crystal = {};

  /** The atoms that a bond starts from and leads to. */
  int[] sources = {};

  int[] targets = {};

  /** Gaussians of the length of each bond, [bonds][values]. */
  float[] lengths = {};

  /** One over the number of bonds of each atom. */
  float[] perBond = {};

  /** One over the number of atoms of each crystal. */
  float[] perAtom = {};

  Part(int values) {
    this.values = values;
    this.gaussians = new LengthGaussians(values, LAST, BREADTH);
  }

  void fill(List<CrystalGraph> graphs) {
    makeRoom(graphs);
    crystals = 0;
    atoms = 0;
    bonds = 0;
    graphs.forEach(this::add);
  }

  private void makeRoom(List<CrystalGraph> graphs) {
    int allAtoms = graphs.stream().mapToInt(CrystalGraph::atomCount).sum();
    int allBonds = graphs.stream().mapToInt(CrystalGraph::bondCount).sum();
    elements = Vectors.room(elements, allAtoms);
    crystal = Vectors.room(crystal, allAtoms);
    perBond = Vectors.room(perBond, allAtoms);
    sources = Vectors.room(sources, allBonds);
    targets = Vectors.room(targets, allBonds);
    lengths = Vectors.room(lengths, Math.multiplyExact(allBonds, values));
    perAtom = Vectors.room(perAtom, graphs.size());
  }

  private void add(CrystalGraph graph) {
    int first = atoms;
    for (int element : graph.elements()) {
      elements[atoms] = element;
      crystal[atoms] = crystals;
      perBond[atoms++] = 0;
    }
    int[] from = graph.sources();
    int[] to = graph.targets();
    float[] distances = graph.distances();
    for (int i = 0; i < distances.length; i++) {
      sources[bonds] = first + from[i];
      targets[bonds] = first + to[i];
      perBond[sources[bonds]]++;
      gaussians.write(distances[i], lengths, values * bonds++);
    }
    for (int atom = first; atom < atoms; atom++) {
      perBond[atom] = 1 / Math.max(1, perBond[atom]);
    }
    perAtom[crystals++] = 1f / (atoms - first);
  }
}
