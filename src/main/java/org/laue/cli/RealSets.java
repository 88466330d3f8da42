package org.laue.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.laue.descriptors.image.Imaging;
import org.laue.evaluation.LocalScore;
import org.laue.evaluation.Opinions;
import org.laue.evaluation.RealAnswer;
import org.laue.formats.FileLabels;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.CrystalClass;
import org.laue.study.real.Damage;
import org.laue.study.real.RealConfig;
import org.laue.study.real.RealSet;

/** Asks a model about the structures of real sets. */
final class RealSets {
  private final Laue laue;
  private final RealConfig config;
  private final Configuration hadoop;
  private final Scores scores;
  private final List<RealSet> wanted;
  private final PrintWriter err;

  /** Sets whose files were read last. */
  private final Map<RealSet, Choice> chosen = new LinkedHashMap<>();

  /**
   * @param scores asked where a question names the set
   * @param wanted sets that will be asked
   * @param err is told what could not be read
   */
  RealSets(
      Laue laue,
      Scores scores,
      RealConfig config,
      List<RealSet> wanted,
      Configuration hadoop,
      PrintWriter err) {
    this.laue = laue;
    this.scores = scores;
    this.config = config;
    this.wanted = List.copyOf(wanted);
    this.hadoop = hadoop;
    this.err = err;
  }

  /**
   * What was said of a structure.
   *
   * @param opinions of all scores, where they were asked and there is an image
   */
  record Asked(RealAnswer answer, Optional<Opinions> opinions) {}

  /** A structure with its truth; {@code group} is 0 and the label unknown for no crystal. */
  private record Labelled(ParsedStructure structure, String label, int group, long key) {
    String id() {
      return structure.name();
    }
  }

  /**
   * @throws UserException if there is nothing to ask about
   */
  List<Asked> ask(RealSet set) {
    List<Labelled> chosen = some(set);
    boolean compared = config.questions().stream().anyMatch(one -> one.asks(set.name()));
    return chosen.parallelStream().map(labelled -> ask(set, labelled, compared)).toList();
  }

  /**
   * The scan's answers about the atoms or grains of a set.
   *
   * @throws UserException if there is nothing to ask about
   */
  LocalScore scan(RealSet set) {
    List<ParsedStructure> structures = some(set).stream().map(one -> damaged(set, one)).toList();
    RealScans scans = new RealScans(set);
    return set.ask() == RealSet.Ask.ATOMS ? scans.atoms(structures) : scans.grains(structures);
  }

  private List<Labelled> some(RealSet set) {
    List<Labelled> some = chosen(set);
    if (some.isEmpty()) {
      throw new UserException(
          "Set %s: no structure of %s has a label and meets its conditions"
              .formatted(set.name(), String.join(", ", config.files(set))));
    }
    return some;
  }

  /** Those of a set; files that other sets name as well are read once for all of them. */
  private List<Labelled> chosen(RealSet set) {
    if (!chosen.containsKey(set)) {
      chosen.clear();
      wanted.stream()
          .filter(other -> other.files().equals(set.files()))
          .forEach(other -> chosen.put(other, new Choice(other)));
      read(set);
    }
    return chosen.get(set).inOrder();
  }

  private void read(RealSet set) {
    List<InputFile> files = InputFiles.find(hadoop, config.files(set)).files();
    try (StructureReader reader = new StructureReader(files, hadoop)) {
      while (reader.hasNext()) {
        Reading reading = reader.next();
        if (reading instanceof Reading.Unread unread) {
          Reject reject = unread.reject();
          err.printf("laue real: not read: %s: %s%n", reject.source(), reject.reason());
          err.flush();
        } else if (reading instanceof Reading.Structure read) {
          chosen.values().forEach(choice -> choice.offer(read.parsed()));
        }
      }
    }
  }

  /** All that meet the conditions of a set, or those of them with the smallest hashes. */
  private final class Choice {
    private final RealSet set;
    private final List<Labelled> all = new ArrayList<>();
    private final PriorityQueue<Labelled> drawn =
        new PriorityQueue<>(Comparator.comparingLong(Labelled::key).reversed());

    Choice(RealSet set) {
      this.set = set;
    }

    void offer(ParsedStructure structure) {
      labelled(set, structure).ifPresent(set.sample() == 0 ? all::add : drawn::add);
      if (drawn.size() > set.sample()) {
        drawn.remove();
      }
    }

    /** In the order of the files. */
    List<Labelled> inOrder() {
      return Stream.concat(all.stream(), drawn.stream())
          .sorted(
              Comparator.comparing((Labelled l) -> l.structure().source())
                  .thenComparingInt(l -> l.structure().position()))
          .toList();
    }
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
    if (set.ask() == RealSet.Ask.GRAINS) {
      return OptionalInt.of(0);
    }
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

  private Asked ask(RealSet set, Labelled labelled, boolean compared) {
    try {
      ParsedStructure structure = damaged(set, labelled);
      Imaging.Image image = laue.fingerprint(structure);
      Answer answer = laue.classify(structure, image);
      Optional<Opinions> opinions =
          compared ? Optional.of(opinions(labelled, structure, image, answer)) : Optional.empty();
      return new Asked(told(labelled, answer), opinions);
    } catch (UserException e) {
      return new Asked(
          new RealAnswer(
              labelled.id(),
              labelled.label(),
              labelled.group(),
              RealAnswer.NO_ANSWER,
              0,
              Double.NaN,
              e.getMessage()),
          Optional.empty());
    }
  }

  private Opinions opinions(
      Labelled labelled, ParsedStructure structure, Imaging.Image image, Answer answer) {
    return new Opinions(
        labelled.id(),
        labelled.label(),
        answer.network().label(),
        scores.of(structure, image, answer));
  }

  private static RealAnswer told(Labelled labelled, Answer answer) {
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
  }

  private static ParsedStructure damaged(RealSet set, Labelled labelled) {
    ParsedStructure structure = labelled.structure();
    return Damage.isNone(set)
        ? structure
        : structure.with(new Damage(set, labelled.id()).of(structure.inItsCell()));
  }
}
