package org.laue.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.laue.api.PropertyModel.Property;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.CrystalClass;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * What speaks against a class that a model of properties says: a space group that is of another
 * class, and a probability below {@value #SURE}.
 *
 * @param classes what the model chose from
 */
record ClassDoubts(ClassScheme classes) {
  /** Below it answers are wrong often enough to be looked at (deepknet.md, crystal systems). */
  private static final double SURE = 0.9;

  private static final Tolerance TOLERANCE = Tolerance.of(Laue.DEFAULT_SYMPREC);

  /** The answer with its doubts among the warnings. */
  Property add(Property said, Atoms structure) {
    List<String> doubts = new ArrayList<>();
    otherGroup(said, structure).ifPresent(doubts::add);
    rival(said).ifPresent(doubts::add);
    return said.warned(doubts);
  }

  private Optional<String> otherGroup(Property said, Atoms structure) {
    if (classes.spaceGroups().isEmpty() || !(structure instanceof Crystal crystal)) {
      return Optional.empty();
    }
    OptionalInt found = SymmetryFinder.spaceGroupNumber(crystal, TOLERANCE, SpglibCompat.V2);
    if (found.isEmpty() || !saidClass(said).excludes(found.getAsInt())) {
      return Optional.empty();
    }
    int group = found.getAsInt();
    String of = classes.ofSpaceGroup(group).map(CrystalClass::label).orElse("of another class");
    return Optional.of(
        "%s: space group %d, which holds within %s A, is %s"
            .formatted(Warning.Code.CONTRADICTION.label(), group, TOLERANCE.symprec(), of));
  }

  private CrystalClass saidClass(Property said) {
    return classes.find(said.answer()).orElseThrow();
  }

  private Optional<String> rival(Property said) {
    List<String> labels = classes.labels();
    double probability = said.values().get(labels.indexOf(said.answer()));
    if (probability >= SURE) {
      return Optional.empty();
    }
    int next =
        IntStream.range(0, labels.size())
            .filter(i -> !labels.get(i).equals(said.answer()))
            .boxed()
            .max(Comparator.comparing(said.values()::get))
            .orElseThrow();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "not sure: %s %.2f, %s %.2f",
            said.answer(),
            probability,
            labels.get(next),
            said.values().get(next)));
  }
}
