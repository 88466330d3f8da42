package org.laue.learning.cgcnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.graphs.GraphComputation;
import org.laue.learning.graphs.GraphRows;

/**
 * Computes the network, a batch in parts so small that what is made of one stays in a core's
 * memory. All its arrays are used again for the next batch.
 */
final class CgcnnComputation implements GraphComputation {
  /** From so many bonds on nothing is added to a part. */
  private static final int FULL = 1024;

  private final CgcnnSettings settings;
  private final double dropped;
  private final LearnedList list = new LearnedList();
  private final Embedding embedding;
  private final List<Convolution> convolutions;
  private final ReadOut readOut;
  private final float[] gradient;
  private final Convolution.Passing passing = new Convolution.Passing();
  private final List<Memory> memories = new ArrayList<>();
  private int parts;
  private float[] features = {};
  private float[] ofFirst = {};
  private float[] ofAtoms = {};

  /** Of one part what the way back needs. */
  private static final class Memory {
    private final Part part;
    private final List<Convolution.Kept> convolutions = new ArrayList<>();
    private final ReadOut.Kept readOut;
    private float[] first = {};
    private float[] atoms = {};
    private float[] features = {};

    Memory(CgcnnSettings settings) {
      part = new Part(settings.gaussians());
      readOut = new ReadOut.Kept(settings.width());
      for (int i = 0; i < settings.convolutions(); i++) {
        convolutions.add(new Convolution.Kept(settings.width()));
      }
    }
  }

  /**
   * @param dropped share of the features that a showing does without
   */
  CgcnnComputation(CgcnnProgram program, double dropped) {
    this.settings = program.settings();
    this.dropped = dropped;
    this.embedding = program.embedding(list);
    this.convolutions = program.convolutions(list);
    this.readOut = program.readOut(list);
    this.gradient = new float[program.size()];
  }

  @Override
  public float[] forward(float[] parameters, GraphRows rows, boolean training) {
    list.read(parameters);
    int hidden = settings.hidden();
    if (features.length != rows.crystals() * hidden) {
      features = new float[rows.crystals() * hidden];
    }
    parts = 0;
    for (int next = 0; next < rows.crystals(); ) {
      int first = next;
      List<CrystalGraph> graphs = new ArrayList<>();
      for (int bonds = 0; next < rows.crystals() && bonds < FULL; next++) {
        graphs.add(rows.graph(next));
        bonds += graphs.get(graphs.size() - 1).bondCount();
      }
      long[] seeds = new long[graphs.size()];
      Arrays.setAll(seeds, i -> rows.seed(first + i));
      Memory memory = memory(parts++);
      memory.part.fill(graphs);
      forward(memory, training ? new Dropping(seeds, dropped) : Dropping.NONE);
      System.arraycopy(memory.features, 0, features, first * hidden, graphs.size() * hidden);
    }
    return features;
  }

  /**
   * The features of one crystal, for an answer.
   *
   * @return [hidden], of which the next answer makes another
   */
  float[] of(CrystalGraph graph) {
    Memory memory = memory(0);
    memory.part.fill(List.of(graph));
    forward(memory, Dropping.NONE);
    return Arrays.copyOf(memory.features, settings.hidden());
  }

  /** Makes these the learned numbers. */
  CgcnnComputation with(float[] parameters) {
    list.read(parameters);
    return this;
  }

  private Memory memory(int number) {
    while (memories.size() <= number) {
      memories.add(new Memory(settings));
    }
    return memories.get(number);
  }

  private void forward(Memory memory, Dropping dropping) {
    Part part = memory.part;
    int count = part.atoms * settings.width();
    memory.first = Vectors.room(memory.first, count);
    memory.atoms = Vectors.room(memory.atoms, count);
    memory.features = Vectors.room(memory.features, part.crystals * settings.hidden());
    embedding.of(part, memory.first);
    System.arraycopy(memory.first, 0, memory.atoms, 0, count);
    for (int i = 0; i < convolutions.size(); i++) {
      convolutions.get(i).forward(part, memory.atoms, memory.convolutions.get(i), passing);
    }
    readOut.forward(part, memory.first, memory.atoms, dropping, memory.readOut, memory.features);
  }

  @Override
  public float[] back(float[] slope) {
    int at = 0;
    for (int i = 0; i < parts; i++) {
      Memory memory = memories.get(i);
      int count = memory.part.crystals * settings.hidden();
      System.arraycopy(slope, at, memory.features, 0, count);
      back(memory);
      at += count;
    }
    list.write(gradient);
    return gradient;
  }

  /** From the slope with respect to the features, which stands in their place. */
  private void back(Memory memory) {
    Part part = memory.part;
    ofFirst = Vectors.room(ofFirst, part.atoms * settings.width());
    ofAtoms = Vectors.room(ofAtoms, part.atoms * settings.width());
    readOut.back(part, memory.features, memory.readOut, ofFirst, ofAtoms);
    for (int i = convolutions.size() - 1; i >= 0; i--) {
      convolutions.get(i).back(part, ofAtoms, memory.convolutions.get(i), passing);
    }
    embedding.learn(part, ofFirst);
    embedding.learn(part, ofAtoms);
  }
}
