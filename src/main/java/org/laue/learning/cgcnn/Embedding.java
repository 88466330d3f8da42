package org.laue.learning.cgcnn;

import org.laue.learning.graphs.Rows;
import org.laue.learning.graphs.Weights;
import org.laue.structure.Element;

/**
 * First features of an atom: what is learned of its element, of its group and of its period. So a
 * rare element is known by its relatives.
 */
final class Embedding {
  private final int width;
  private final Learned elements;
  private final Learned groups;
  private final Learned periods;

  /** Where its learned numbers stand. */
  record Places(Weights.Block elements, Weights.Block groups, Weights.Block periods) {
    static Places in(Weights weights, CgcnnSettings settings) {
      double third = 1 / Math.sqrt(3);
      int width = settings.width();
      return new Places(
          weights.drawn(Element.MAX_ATOMIC_NUMBER + 1, width, third),
          weights.drawn(Element.GROUPS + 1, width, third),
          weights.drawn(Element.PERIODS + 1, width, third));
    }
  }

  Embedding(Places places, LearnedList list, CgcnnSettings settings) {
    width = settings.width();
    elements = list.take(places.elements());
    groups = list.take(places.groups());
    periods = list.take(places.periods());
  }

  /**
   * @param atoms [atoms][width], overwritten
   */
  void of(Part part, float[] atoms) {
    for (int atom = 0; atom < part.atoms; atom++) {
      Element element = Element.of(part.elements[atom]);
      System.arraycopy(elements.value, element.atomicNumber() * width, atoms, atom * width, width);
      Rows.add(atoms, atom, 1, groups.value, element.group(), width);
      Rows.add(atoms, atom, 1, periods.value, element.period(), width);
    }
  }

  /** Adds to the slopes of the learned numbers. */
  void learn(Part part, float[] ofAtoms) {
    for (int atom = 0; atom < part.atoms; atom++) {
      Element element = Element.of(part.elements[atom]);
      Rows.add(elements.slope, element.atomicNumber(), 1, ofAtoms, atom, width);
      Rows.add(groups.slope, element.group(), 1, ofAtoms, atom, width);
      Rows.add(periods.slope, element.period(), 1, ofAtoms, atom, width);
    }
  }
}
