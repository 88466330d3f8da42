package org.laue.learning.cgcnn;

import java.util.Arrays;
import org.laue.learning.graphs.Curves;
import org.laue.learning.graphs.Rows;
import org.laue.learning.graphs.Weights;

/**
 * From the atoms of a crystal to its features: the mean of what each atom becomes, that once more
 * through a layer, and a linear function of the mean first features of the atoms, which the formula
 * alone decides (as reference energies of the elements would).
 */
final class ReadOut {
  private final int width;
  private final int hidden;
  private final Linear ofAtom;
  private final Linear ofMean;
  private final Linear ofFormula;

  /** What it keeps of a part for the way back. */
  static final class Kept {
    private final Normalisation atoms;
    private float[] said = {};
    private float[] saidGate = {};
    private float[] mean = {};
    private float[] inner = {};
    private float[] innerGate = {};
    private float[] mask = {};
    private float[] formula = {};

    Kept(int width) {
      atoms = new Normalisation(width);
    }

    private void makeRoom(Part part, int width, int hidden) {
      said = Vectors.room(said, part.atoms * hidden);
      saidGate = Vectors.room(saidGate, part.atoms * hidden);
      mean = Vectors.room(mean, part.crystals * hidden);
      inner = Vectors.room(inner, part.crystals * hidden);
      innerGate = Vectors.room(innerGate, part.crystals * hidden);
      mask = Vectors.room(mask, part.crystals * hidden);
      formula = Vectors.room(formula, part.crystals * width);
    }
  }

  /** Where its learned numbers stand. */
  record Places(Weights.Linear atom, Weights.Linear mean, Weights.Linear formula) {
    static Places in(Weights weights, CgcnnSettings settings) {
      int width = settings.width();
      int hidden = settings.hidden();
      return new Places(
          weights.linear(width, hidden),
          weights.linear(hidden, hidden),
          weights.linear(width, hidden));
    }
  }

  // Of one part at a time.
  private float[] passing = {};
  private float[] ofMeans = {};
  private float[] ofNormalised = {};

  ReadOut(Places places, LearnedList list, CgcnnSettings settings) {
    width = settings.width();
    hidden = settings.hidden();
    ofAtom = list.linear(places.atom());
    ofMean = list.linear(places.mean());
    ofFormula = list.linear(places.formula());
  }

  /**
   * @param first features of the atoms before all convolutions, [atoms][width]
   * @param atoms those after them
   * @param dropping of what draws
   * @param features [crystals][hidden], overwritten
   */
  void forward(
      Part part, float[] first, float[] atoms, Dropping dropping, Kept kept, float[] features) {
    kept.makeRoom(part, width, hidden);
    passing = Vectors.room(passing, Math.max(part.atoms, part.crystals) * hidden);
    kept.atoms.of(atoms, part.atoms);
    ofAtom.of(kept.atoms.result, kept.said, part.atoms);
    Curves.sigmoid(kept.said, kept.saidGate, part.atoms * hidden);
    Vectors.silu(kept.said, kept.saidGate, passing, part.atoms * hidden);
    means(part, passing, hidden, kept.mean);
    dropping.write(kept.mask, part.crystals, hidden);
    Vectors.times(kept.mean, kept.mask, part.crystals * hidden);
    ofMean.of(kept.mean, kept.inner, part.crystals);
    Curves.sigmoid(kept.inner, kept.innerGate, part.crystals * hidden);
    Vectors.silu(kept.inner, kept.innerGate, features, part.crystals * hidden);
    for (int crystal = 0; crystal < part.crystals; crystal++) {
      Rows.add(features, crystal, 1, kept.mean, crystal, hidden);
    }
    means(part, first, width, kept.formula);
    ofFormula.addTo(kept.formula, features, part.crystals);
  }

  /** Of the rows of the atoms of each crystal. */
  private static void means(Part part, float[] rows, int columns, float[] means) {
    Arrays.fill(means, 0, part.crystals * columns, 0);
    for (int atom = 0; atom < part.atoms; atom++) {
      int crystal = part.crystal[atom];
      Rows.add(means, crystal, part.perAtom[crystal], rows, atom, columns);
    }
  }

  /**
   * @param slope with respect to the features
   * @param ofFirst slope with respect to the first features of the atoms, overwritten
   * @param ofAtoms slope with respect to those after the convolutions, overwritten
   */
  void back(Part part, float[] slope, Kept kept, float[] ofFirst, float[] ofAtoms) {
    int crystals = part.crystals;
    ofMeans = Vectors.room(ofMeans, crystals * hidden);
    passing = Vectors.room(passing, Math.max(part.atoms, crystals) * hidden);
    ofFormula.learn(kept.formula, slope, crystals);
    ofFormula.back(slope, passing, crystals);
    backThroughMeans(part, passing, width, ofFirst);
    System.arraycopy(slope, 0, passing, 0, crystals * hidden);
    Vectors.backThroughSilu(kept.inner, kept.innerGate, passing, crystals * hidden);
    ofMean.learn(kept.mean, passing, crystals);
    ofMean.back(passing, ofMeans, crystals);
    for (int crystal = 0; crystal < crystals; crystal++) {
      Rows.add(ofMeans, crystal, 1, slope, crystal, hidden);
    }
    Vectors.times(ofMeans, kept.mask, crystals * hidden);
    backThroughMeans(part, ofMeans, hidden, passing);
    Vectors.backThroughSilu(kept.said, kept.saidGate, passing, part.atoms * hidden);
    ofAtom.learn(kept.atoms.result, passing, part.atoms);
    Arrays.fill(ofAtoms, 0, part.atoms * width, 0);
    ofNormalised = Vectors.room(ofNormalised, part.atoms * width);
    ofAtom.back(passing, ofNormalised, part.atoms);
    kept.atoms.back(ofNormalised, ofAtoms, part.atoms);
  }

  private static void backThroughMeans(Part part, float[] slope, int columns, float[] ofRows) {
    for (int atom = 0; atom < part.atoms; atom++) {
      int crystal = part.crystal[atom];
      Vectors.scaled(
          slope, crystal * columns, part.perAtom[crystal], ofRows, atom * columns, columns);
    }
  }
}
