package org.laue.learning.cgcnn;

import java.util.Arrays;
import org.laue.learning.graphs.Curves;
import org.laue.learning.graphs.Rows;
import org.laue.learning.graphs.Weights;
import org.laue.learning.training.Gemm;

/**
 * One crystal graph convolution: along each bond an atom hears what follows from the features of
 * both ends and the length, z = [source, target, length] W: a sigmoid of the one half, which says
 * how much of it counts, times what the other half says. Of the product of the concatenated vectors
 * with one matrix the shares of the ends are made once for every atom, not for every bond. The mean
 * over its bonds, mapped once more, is added to the atom's features.
 */
final class Convolution {
  /** So many times the mean of the bonds, which is small where they disagree. */
  private static final float LOUDNESS = 2;

  private final int width;
  private final int gaussians;

  /** Shares of source and target, each of gate and core, [width][4 width]. */
  private final Linear ofAtoms;

  private final Learned gateOfLength;
  private final Learned coreOfLength;
  private final Linear heardToAtom;

  /** What a convolution keeps of a part for the way back. */
  static final class Kept {
    private final Normalisation atoms;
    private float[] gate = {};
    private float[] core = {};
    private float[] coreGate = {};
    private float[] heard = {};

    Kept(int width) {
      atoms = new Normalisation(width);
    }

    private void makeRoom(Part part, int width) {
      int bonds = Math.multiplyExact(part.bonds, width);
      gate = Vectors.room(gate, bonds);
      core = Vectors.room(core, bonds);
      coreGate = Vectors.room(coreGate, bonds);
      heard = Vectors.room(heard, part.atoms * width);
    }
  }

  /** What nobody needs after one convolution of one part. */
  static final class Passing {
    private float[] ofAtoms = {};
    private float[] ofHeard = {};
    private float[] message = {};
    private float[] ofGate = {};
    private float[] ofCore = {};

    private void makeRoom(Part part, int width) {
      int bonds = part.bonds * width;
      ofAtoms = Vectors.room(ofAtoms, 4 * part.atoms * width);
      ofHeard = Vectors.room(ofHeard, part.atoms * width);
      message = Vectors.room(message, bonds);
      ofGate = Vectors.room(ofGate, bonds);
      ofCore = Vectors.room(ofCore, bonds);
    }
  }

  /** Where its learned numbers stand. */
  record Places(
      Weights.Linear atoms, Weights.Block gate, Weights.Block core, Weights.Linear heard) {
    static Places in(Weights weights, CgcnnSettings settings) {
      int width = settings.width();
      // Three shares of equal size, which together have variance 1.
      double third = 1 / Math.sqrt(3);
      double ofWidth = third / Math.sqrt(width);
      double ofGaussians = third / Math.sqrt(settings.gaussians());
      return new Places(
          new Weights.Linear(
              weights.drawn(width, 4 * width, ofWidth), weights.constant(1, 4 * width, 0)),
          weights.drawn(settings.gaussians(), width, ofGaussians),
          weights.drawn(settings.gaussians(), width, ofGaussians),
          weights.linear(width, width));
    }
  }

  Convolution(Places places, LearnedList list, CgcnnSettings settings) {
    width = settings.width();
    gaussians = settings.gaussians();
    ofAtoms = list.linear(places.atoms());
    gateOfLength = list.take(places.gate());
    coreOfLength = list.take(places.core());
    heardToAtom = list.linear(places.heard());
  }

  /**
   * @param atoms features of the atoms, [atoms][width], to which what they hear is added
   */
  void forward(Part part, float[] atoms, Kept kept, Passing passing) {
    kept.makeRoom(part, width);
    passing.makeRoom(part, width);
    kept.atoms.of(atoms, part.atoms);
    ofAtoms.of(kept.atoms.result, passing.ofAtoms, part.atoms);
    meet(part, gateOfLength, 0, passing.ofAtoms, passing.ofGate);
    meet(part, coreOfLength, 1, passing.ofAtoms, kept.core);
    int count = part.bonds * width;
    Curves.sigmoid(passing.ofGate, kept.gate, count);
    Curves.sigmoid(kept.core, kept.coreGate, count);
    Vectors.product(kept.gate, kept.core, kept.coreGate, passing.message, count);
    Arrays.fill(kept.heard, 0, part.atoms * width, 0);
    for (int bond = 0; bond < part.bonds; bond++) {
      int source = part.sources[bond];
      float share = LOUDNESS * part.perBond[source];
      Rows.add(kept.heard, source, share, passing.message, bond, width);
    }
    heardToAtom.addTo(kept.heard, atoms, part.atoms);
  }

  /**
   * The sum of what both ends and the length say of a bond, [bonds][width].
   *
   * @param half 0 of the gate, 1 of the core
   */
  private void meet(Part part, Learned ofLength, int half, float[] ends, float[] sums) {
    Gemm.product(part.lengths, ofLength.value, sums, 0, part.bonds, gaussians, width);
    for (int bond = 0; bond < part.bonds; bond++) {
      int source = (4 * part.sources[bond] + half) * width;
      int target = (4 * part.targets[bond] + 2 + half) * width;
      Vectors.addTwo(ends, source, target, sums, bond * width, width);
    }
  }

  /**
   * @param ofAtomsAfter slope with respect to the features of the atoms after the convolution; when
   *     it returns, to those before it
   */
  void back(Part part, float[] ofAtomsAfter, Kept kept, Passing passing) {
    passing.makeRoom(part, width);
    heardToAtom.learn(kept.heard, ofAtomsAfter, part.atoms);
    heardToAtom.back(ofAtomsAfter, passing.ofHeard, part.atoms);
    for (int bond = 0; bond < part.bonds; bond++) {
      int source = part.sources[bond];
      float share = LOUDNESS * part.perBond[source];
      Vectors.scaled(passing.ofHeard, source * width, share, passing.message, bond * width, width);
    }
    Vectors.backThroughGate(
        passing.message,
        kept.gate,
        kept.core,
        kept.coreGate,
        passing.ofGate,
        passing.ofCore,
        part.bonds * width);
    Arrays.fill(passing.ofAtoms, 0, 4 * part.atoms * width, 0);
    backThroughMeeting(part, gateOfLength, 0, passing.ofGate, passing.ofAtoms);
    backThroughMeeting(part, coreOfLength, 1, passing.ofCore, passing.ofAtoms);
    ofAtoms.learn(kept.atoms.result, passing.ofAtoms, part.atoms);
    ofAtoms.back(passing.ofAtoms, passing.ofHeard, part.atoms);
    kept.atoms.back(passing.ofHeard, ofAtomsAfter, part.atoms);
  }

  /** The way back through {@link #meet}. */
  private void backThroughMeeting(
      Part part, Learned ofLength, int half, float[] slope, float[] ofEnds) {
    Gemm.ofTransposed(part.lengths, slope, ofLength.slope, 1, gaussians, part.bonds, width);
    for (int bond = 0; bond < part.bonds; bond++) {
      int source = (4 * part.sources[bond] + half) * width;
      int target = (4 * part.targets[bond] + 2 + half) * width;
      Vectors.addToTwo(slope, bond * width, ofEnds, source, target, width);
    }
  }
}
