package org.laue.study.real;

import java.util.List;
import org.laue.Spelling;
import org.laue.UserException;
import org.laue.evaluation.RealScore;

/**
 * One set, as a file describes it; {@code real-set.conf} beside this class explains each key.
 *
 * @param name heading of its rows
 * @param files below the file's {@code data}
 * @param truth where a structure says what it is
 * @param only conditions that all must hold, as {@link PropertyCondition} has them
 * @param unknown conditions under which no class is right
 * @param crystals which of them
 * @param sample how many, 0 for all
 * @param seed of the sample and the defects
 * @param mostAtoms of a crystal, 0 without a limit
 * @param atoms to which a crystal is repeated, 0 as it is
 * @param ball sites of a ball that is cut and turned at random, without a cell; 0 for none
 * @param defect done to the atoms, or empty
 * @param ask about the structure, its atoms or its grains
 * @param grains labels of the lattices of the grains that are there
 * @param right what must be right of a structure
 * @param goal percent, 0 for none
 */
public record RealSet(
    String name,
    List<String> files,
    String truth,
    List<String> only,
    List<String> unknown,
    Crystals crystals,
    int sample,
    long seed,
    int mostAtoms,
    int atoms,
    int ball,
    String defect,
    Ask ask,
    List<String> grains,
    RealScore.Right right,
    double goal) {

  /** Which of the structures are asked. */
  public enum Crystals {
    ALL,
    IN_CLASS,
    OTHERS,
    ELEMENTS,
    COMPOUNDS
  }

  /** What is asked about. */
  public enum Ask {
    STRUCTURE,
    ATOMS,
    GRAINS;

    public String label() {
      return Spelling.of(this);
    }
  }

  public RealSet {
    grains = List.copyOf(grains);
    files = List.copyOf(files);
    only = List.copyOf(only);
    unknown = List.copyOf(unknown);
    if (files.isEmpty()) {
      throw new UserException("Set " + name + " names no files");
    }
    if (sample < 0 || mostAtoms < 0 || atoms < 0 || ball < 0) {
      throw new UserException(
          "sample, most-atoms, atoms and ball of set " + name + " must be 0 or more");
    }
    if (grains.isEmpty() == (ask == Ask.GRAINS)) {
      throw new UserException("Set " + name + ": grains goes with ask = grains, and only there");
    }
    if (!(goal >= 0 && goal <= 100)) {
      throw new UserException("goal of set " + name + " must be 0 to 100 percent, was " + goal);
    }
    only.forEach(PropertyCondition::parse);
    unknown.forEach(PropertyCondition::parse);
  }

  /** What the properties of every structure of the set say. */
  public List<PropertyCondition> conditions() {
    return only.stream().map(PropertyCondition::parse).toList();
  }

  /** What the properties of those say that are no crystal; empty where all are. */
  public List<PropertyCondition> unknownConditions() {
    return unknown.stream().map(PropertyCondition::parse).toList();
  }
}
