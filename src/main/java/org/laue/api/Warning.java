package org.laue.api;

import org.laue.Spelling;

/**
 * Why an answer should be looked at twice.
 *
 * @param text a clause for people
 */
public record Warning(Code code, String text) {

  /** Kinds of warnings, for programs. */
  public enum Code {
    /** The reader of the file had to assume something. */
    READ,
    /** The class and the space group that was found exclude each other. */
    CONTRADICTION,
    /** The space group belongs to no class that the model knows. */
    OTHER_SPACE_GROUP,
    /** The space group holds within a wide tolerance only; within 0.01 A it is a lower one. */
    NEARLY,
    /** Sites of the parent are filled unequally: perhaps a crystal with a larger cell. */
    UNEQUAL_SITES,
    /** The pattern is as diffuse as that of a liquid or a glass. */
    DIFFUSE,
    /** The pattern is unlike any in the training set. */
    UNLIKE_TRAINING,
    /** The atoms were taken in the orientation in which they were given. */
    ORIENTATION,
    /** Atoms, molecules or clusters, each alone in its box. */
    ISOLATED_ATOMS,
    /** The atoms hang together in one or two directions only: a surface, a layer, a rod. */
    SURFACE_OR_LAYER,
    /** Grains that are turned against each other, or of two lattices. */
    SEVERAL_GRAINS;

    /** The code as rows spell it: {@code other-space-group}. */
    public String label() {
      return Spelling.of(this);
    }
  }

  @Override
  public String toString() {
    return code.label() + ": " + text;
  }
}
