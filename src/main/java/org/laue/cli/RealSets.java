package org.laue.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.InputFiles;
import org.laue.api.rows.Reading;
import org.laue.api.rows.StructureReader;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.descriptors.image.BondLength;
import org.laue.evaluation.RealAnswer;
import org.laue.evaluation.RealScore;
import org.laue.formats.FileLabels;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.Crystal;
import org.laue.structure.CrystalClass;
import org.laue.study.real.RealConfig;
import org.laue.study.real.RealSet;

/** Asks a model about the structures of real sets. */
final class RealSets {
  private final Laue laue;
  private final RealConfig config;
  private final Configuration hadoop;
  private final PrintWriter err;

  /**
   * @param err is told what could not be read
   */
  RealSets(Laue laue, RealConfig config, Configuration hadoop, PrintWriter err) {
    this.laue = laue;
    this.config = config;
    this.hadoop = hadoop;
    this.err = err;
  }

  /** A structure with its truth; {@code group} is 0 and the label unknown for no crystal. */
  private record Labelled(ParsedStructure structure, String label, int group, long key) {
    String id() {
      return structure.name();
    }
  }

  /**
   * @throws UserException if there is nothing to ask about
   */
  RealScore score(RealSet set) {
    List<Labelled> chosen = chosen(set);
    if (chosen.isEmpty()) {
      throw new UserException(
          "Set %s: no structure of %s has a label and meets its conditions"
              .formatted(set.name(), String.join(", ", config.files(set))));
    }
    List<RealAnswer> answers =
        chosen.parallelStream().map(labelled -> answer(set, labelled)).toList();
    return new RealScore(set.name(), set.right(), set.goal(), answers);
  }

  /** All that meet the conditions, or those of them with the smallest hashes; in file order. */
  private List<Labelled> chosen(RealSet set) {
    List<InputFile> files = InputFiles.find(hadoop, config.files(set)).files();
    List<Labelled> all = new ArrayList<>();
    PriorityQueue<Labelled> drawn =
        new PriorityQueue<>(Comparator.comparingLong(Labelled::key).reversed());
    try (StructureReader reader = new StructureReader(files, hadoop)) {
      while (reader.hasNext()) {
        Reading reading = reader.next();
        if (reading instanceof Reading.Unread unread) {
          Reject reject = unread.reject();
          err.printf("laue real: not read: %s: %s%n", reject.source(), reject.reason());
          err.flush();
        } else if (reading instanceof Reading.Structure read) {
          labelled(set, read.parsed()).ifPresent(set.sample() == 0 ? all::add : drawn::add);
          if (drawn.size() > set.sample()) {
            drawn.remove();
          }
        }
      }
    }
    all.addAll(drawn);
    all.sort(
        Comparator.comparing((Labelled l) -> l.structure().source())
            .thenComparingInt(l -> l.structure().position()));
    return all;
  }

  private Optional<Labelled> labelled(RealSet set, ParsedStructure structure) {
    if (!set.conditions().stream().allMatch(condition -> condition.holds(structure.properties()))
        || set.mostAtoms() > 0 && structure.atoms().atomCount() > set.mostAtoms()) {
      return Optional.empty();
    }
    OptionalInt group = group(set, structure);
    return group.isPresent()
        ? Optional.of(labelled(set, structure, group.getAsInt()))
            .filter(labelled -> isWanted(set.crystals(), labelled))
        : Optional.empty();
  }

  private Labelled labelled(RealSet set, ParsedStructure structure, int group) {
    String label =
        laue.model()
            .description()
            .classes()
            .ofSpaceGroup(group)
            .map(CrystalClass::label)
            .orElse(RealAnswer.UNKNOWN);
    String place = structure.name() + "#" + structure.position();
    long key = Seeds.of(set.seed(), place, DefectSpec.PRISTINE, 0);
    return new Labelled(structure, label, group, key);
  }

  /** Space group of the truth, 0 where it is no crystal; empty where the structure is silent. */
  private static OptionalInt group(RealSet set, ParsedStructure structure) {
    if (!set.unknown().isEmpty()
        && set.unknownConditions().stream()
            .allMatch(condition -> condition.holds(structure.properties()))) {
      return OptionalInt.of(0);
    }
    return switch (set.truth()) {
      case "space-group" -> FileLabels.spaceGroup(structure);
      case "parent" -> FileLabels.parentSpaceGroup(structure);
      default ->
          Optional.ofNullable(structure.properties().get(set.truth())).stream()
              .mapToInt(text -> FileLabels.groupOf(text).orElse(0))
              .findFirst();
    };
  }

  private static boolean isWanted(RealSet.Crystals crystals, Labelled labelled) {
    boolean known = !labelled.label().equals(RealAnswer.UNKNOWN);
    boolean element = !hasTwoSpecies(labelled.structure());
    return switch (crystals) {
      case ALL -> true;
      case IN_CLASS -> known;
      case OTHERS -> !known && labelled.group() > 0;
      case ELEMENTS -> known && element;
      case COMPOUNDS -> known && !element;
    };
  }

  private static boolean hasTwoSpecies(ParsedStructure structure) {
    return Arrays.stream(structure.atoms().atomicNumbers()).distinct().count() > 1;
  }

  private RealAnswer answer(RealSet set, Labelled labelled) {
    try {
      Answer answer = laue.classify(damaged(set, labelled));
      return new RealAnswer(
          labelled.id(),
          labelled.label(),
          labelled.group(),
          answer.verdict().isKnown() ? answer.verdict().label() : RealAnswer.UNKNOWN,
          answer.spaceGroup().orElse(0),
          answer.verdict().probability(),
          answer.warnings().stream()
              .map(warning -> warning.code().label())
              .distinct()
              .collect(Collectors.joining(" ")));
    } catch (UserException e) {
      return new RealAnswer(
          labelled.id(),
          labelled.label(),
          labelled.group(),
          RealAnswer.NO_ANSWER,
          0,
          Double.NaN,
          e.getMessage());
    }
  }

  private static ParsedStructure damaged(RealSet set, Labelled labelled) {
    ParsedStructure structure = labelled.structure();
    if (set.atoms() == 0 && set.defect().isEmpty()) {
      return structure;
    }
    Crystal cell = repeated(structure.inItsCell(), set.atoms());
    if (set.defect().isEmpty()) {
      return structure.with(cell);
    }
    DefectSpec defect = DefectSpec.parse(set.defect(), set.name());
    double nearest = defect.needsNearestNeighbour() ? BondLength.FIRST_SHELL.of(cell) : Double.NaN;
    long seed = Seeds.of(set.seed(), labelled.id(), defect, 0);
    return structure.with(defect.apply(cell, seed, nearest));
  }

  /** Repeated along whatever is the shortest edge, until there are enough atoms. */
  private static Crystal repeated(Crystal cell, int atoms) {
    double[] lengths = cell.lattice().lengths();
    int[] times = {1, 1, 1};
    while ((long) times[0] * times[1] * times[2] * cell.atomCount() < atoms) {
      int shortest = 0;
      for (int axis = 1; axis < 3; axis++) {
        if (times[axis] * lengths[axis] < times[shortest] * lengths[shortest]) {
          shortest = axis;
        }
      }
      times[shortest]++;
    }
    return cell.supercell(times[0], times[1], times[2]);
  }
}
