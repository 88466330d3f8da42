package org.laue.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.laue.prototypes.StructureType;
import org.laue.structure.Atoms;

/**
 * Everything that is said of one structure. Immutable.
 *
 * @param atoms as given
 * @param verdict of network, symmetry and novelty gate together
 * @param network what the network alone says
 * @param spaceGroup international number, 1 to 230, of the crystal or of the parent it is a broken
 *     supercell of; empty for atoms that were taken as they stand
 * @param structureType that this crystal is of, by its space group, sites and species; empty where
 *     it is none of the table
 * @param parent what the crystal is a broken supercell of; empty for one that stands for itself
 * @param bondLengthAngstrom length that became 1 in the fingerprint
 * @param baselines what a symmetry program says of the atoms as given
 * @param contradiction how class and space group exclude each other; empty where they agree
 * @param warnings why the answer should be looked at twice; the contradiction is among them
 */
public record Answer(
    Atoms atoms,
    Verdict verdict,
    NetworkAnswer network,
    OptionalInt spaceGroup,
    Optional<StructureType> structureType,
    Optional<Parent> parent,
    double bondLengthAngstrom,
    Baselines baselines,
    Optional<String> contradiction,
    List<Warning> warnings) {

  public Answer {
    warnings = List.copyOf(warnings);
  }
}
