package org.laue.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.prototypes.StructureType;
import org.laue.scan.SeveralGrains;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.CrystalClass;
import org.laue.structure.Dimensionality;
import org.laue.symmetry.parent.NearTranslation;
import org.laue.symmetry.parent.ParentGroup;
import org.laue.symmetry.parent.ParentLattice;
import org.laue.symmetry.parent.UnequalSites;

/**
 * Brings together what network, symmetry and novelty gate say of one structure. Where network and
 * space group exclude each other the verdict is the class of the group, or of the structure type,
 * if that is proven ({@link GroupProof}); else it is unknown, as where nothing but an uncertain
 * network speaks.
 */
final class Judgement {
  /** Groups that shaken atoms have as well: 1 and 2. */
  private static final int MOST_BY_CHANCE = 2;

  /** Atoms that are too few to tell a broken crystal from one of its own. */
  private static final int FEW = 16;

  /** Occupancy of a parent's sites; two grains fill half of those that they have in common. */
  private static final double LEAST_SCANNED = 0.5;

  private final Atoms atoms;
  private final Imaging.Image image;
  private final NetworkAnswer network;
  private final Novelty.Assessment novelty;
  private final boolean diffuse;
  private final ClassScheme classes;
  private final OptionalInt spaceGroup;
  private final Optional<StructureType> structureType;
  private final Optional<String> contradiction;
  private final Optional<Verdict> proven;
  private final List<Warning> warnings = new ArrayList<>();

  Judgement(
      CrystalModel model,
      Atoms atoms,
      Imaging.Image image,
      NetworkAnswer network,
      Novelty.Assessment novelty) {
    this.atoms = atoms;
    this.image = image;
    this.network = network;
    this.novelty = novelty;
    this.diffuse = image.fingerprint().mean() > model.novelty().meanLimit();
    this.classes = model.description().classes();
    this.spaceGroup =
        image.prepared().map(p -> OptionalInt.of(p.spaceGroup())).orElse(OptionalInt.empty());
    this.structureType =
        image.prepared().map(PreparedCluster::symmetry).flatMap(Laue::structureType);
    this.contradiction =
        isOfTheScheme() && (isExcluded() || isNamedOtherwise())
            ? Optional.of(sides())
            : Optional.empty();
    this.proven = isOfTheScheme() ? byGroup().or(this::byType) : Optional.empty();
  }

  /**
   * @param ofReader what the reader of the file had to assume
   * @param cell the atoms in their cell, where they have one
   */
  Answer answer(List<String> ofReader, Optional<Crystal> cell) {
    ofReader.forEach(text -> warn(Warning.Code.READ, text));
    cell.ifPresent(this::warnOfShape);
    if (!has(Warning.Code.ISOLATED_ATOMS) && !isMostlyEmpty()) {
      SeveralGrains.find(atoms).ifPresent(this::warnOfGrains);
    }
    Baselines baselines = Baselines.of(atoms);
    warnOfGroup();
    warnOfTolerance(baselines);
    cell.flatMap(c -> image.prepared().flatMap(PreparedCluster::parent))
        .flatMap(UnequalSites::of)
        .ifPresent(this::warnOfSites);
    if (novelty.far()) {
      warn(diffuse ? Warning.Code.DIFFUSE : Warning.Code.UNLIKE_TRAINING, novelty.reason());
    }
    return new Answer(
        atoms,
        verdict(),
        network,
        spaceGroup,
        structureType,
        image.prepared().flatMap(Judgement::parent),
        image.bondLengthAngstrom(),
        baselines,
        contradiction,
        warnings);
  }

  private static Optional<Parent> parent(PreparedCluster prepared) {
    return prepared.parent().map(lattice -> Parent.of(prepared, lattice));
  }

  private void warn(Warning.Code code, String text) {
    warnings.add(new Warning(code, text));
  }

  private boolean has(Warning.Code code) {
    return warnings.stream().anyMatch(warning -> warning.code() == code);
  }

  private void warnOfShape(Crystal cell) {
    Dimensionality shape = Dimensionality.of(cell);
    Warning.Code code =
        shape.directions() == 0 ? Warning.Code.ISOLATED_ATOMS : Warning.Code.SURFACE_OR_LAYER;
    shape.warning().ifPresent(text -> warn(code, text));
  }

  /** A scan finds no lattice in what is left of such a supercell. */
  private boolean isMostlyEmpty() {
    return atoms instanceof Crystal
        && image.prepared().filter(p -> p.occupancy() < LEAST_SCANNED).isPresent();
  }

  private void warnOfGrains(SeveralGrains several) {
    String sizes =
        several.grains().stream()
            .map(grain -> grain.atoms() + " atoms of " + grain.kind().label())
            .collect(Collectors.joining(", "));
    String turned =
        Double.isNaN(several.degrees())
            ? ""
            : String.format(Locale.ROOT, ", turned by %.1f degrees", several.degrees());
    warn(Warning.Code.SEVERAL_GRAINS, "more than one grain: " + sizes + turned);
  }

  private void warnOfGroup() {
    contradiction.ifPresent(text -> warn(Warning.Code.CONTRADICTION, text + followed()));
    if (spaceGroup.isEmpty()) {
      warn(
          Warning.Code.ORIENTATION,
          "taken in the orientation in which it was given; the model knows the standard one");
    } else if (!isOfTheScheme()) {
      warn(
          Warning.Code.OTHER_SPACE_GROUP,
          "its space group %d is none of the %d the model knows"
              .formatted(spaceGroup.getAsInt(), classes.spaceGroups().size()));
    }
  }

  private String followed() {
    if (proven.isEmpty()) {
      return "";
    }
    boolean told = classes.ofSpaceGroup(spaceGroup.getAsInt()).isPresent();
    return "; the verdict follows the " + (told ? "space group" : "structure type");
  }

  /**
   * A group that holds within a wide tolerance only may be that of another, distorted crystal; one
   * that is not the group within 0.1 A may be that of a crystal that is distorted by chance.
   */
  private void warnOfTolerance(Baselines baselines) {
    Optional<PreparedCluster> prepared = image.prepared();
    if (prepared.isEmpty()) {
      return;
    }
    int group = spaceGroup.getAsInt();
    int strict = baselines.medium().orElse(0);
    int loose = baselines.loose().orElse(0);
    Optional<ParentLattice> parent = prepared.get().parent();
    boolean exact = parent.isEmpty();
    boolean few = exact || atoms.atomCount() <= FEW;
    Optional<ParentGroup> parentGroup = prepared.get().parentGroup();
    int richer =
        parent.map(p -> p.nearestGroup(parentGroup.orElseThrow().symmetry())).orElse(group);
    int byErrors = parentGroup.map(ParentGroup::byErrors).orElse(group);
    if (exact && strict > MOST_BY_CHANCE && strict != group) {
      warnNearly("space group %d holds nearly only: within 0.01 A it is %d", group, strict);
    } else if (few && loose > MOST_BY_CHANCE && loose != group) {
      warnNearly("space group %d, but within 0.1 A that of the atoms as given is %d", group, loose);
    } else if (byErrors != group) {
      warnNearly("space group %d holds nearly only: as its sites lie it is %d", group, byErrors);
    } else if (richer != group) {
      warnNearly("space group %d, but within 0.1 A that of the mean sites is %d", group, richer);
    } else {
      parent.flatMap(NearTranslation::of).ifPresent(this::warnNearly);
    }
  }

  private void warnOfSites(UnequalSites sites) {
    warn(
        Warning.Code.UNEQUAL_SITES,
        String.format(
            Locale.ROOT,
            "one site of the parent is occupied in %.0f %% of the cells, another in %.0f %%:"
                + " perhaps atoms in the order of a larger cell, with another space group",
            100 * sites.least(),
            100 * sites.most()));
  }

  private void warnNearly(String text, int group, int other) {
    warn(Warning.Code.NEARLY, text.formatted(group, other));
  }

  private void warnNearly(NearTranslation near) {
    warn(
        Warning.Code.NEARLY,
        String.format(
            Locale.ROOT,
            "its mean sites repeat in a smaller cell within %.2f A: whole sublattices may be a"
                + " little off those of a simpler crystal, with another space group",
            near.missAngstrom()));
  }

  /** Whether no crystal of the network's class has this space group. */
  private boolean isExcluded() {
    return spaceGroup.isPresent()
        && classes.find(network.label()).filter(c -> c.excludes(spaceGroup.getAsInt())).isPresent();
  }

  /** Whether the structure type is of another class, though its space group may be of both. */
  private boolean isNamedOtherwise() {
    return classOfType().filter(c -> !c.label().equals(network.label())).isPresent();
  }

  private Optional<CrystalClass> classOfType() {
    return structureType.flatMap(type -> classes.ofType(type.prototype().name()));
  }

  private boolean isOfTheScheme() {
    return spaceGroup.isPresent() && classes.spaceGroups().contains(spaceGroup.getAsInt());
  }

  /** The class that the space group tells, if it is proven; a network that agrees adds to it. */
  private Optional<Verdict> byGroup() {
    return classes
        .ofSpaceGroup(spaceGroup.getAsInt())
        .flatMap(
            found ->
                image
                    .prepared()
                    .flatMap(GroupProof::certainty)
                    .map(certainty -> proven(found.label(), certainty)));
  }

  /** The class that lists the structure type, where it has a name that is certain enough. */
  private Optional<Verdict> byType() {
    return classOfType()
        .flatMap(found -> certaintyOfType().map(certainty -> proven(found.label(), certainty)));
  }

  /**
   * A crystal that is seen clearly, without a name, with a group of which structure types alone
   * tell the class.
   */
  private boolean isOfNoListedType() {
    return isOfTheScheme()
        && classes.ofSpaceGroup(spaceGroup.getAsInt()).isEmpty()
        && structureType.isEmpty()
        && certaintyOfType().isPresent();
  }

  private Optional<Double> certaintyOfType() {
    return image.prepared().flatMap(GroupProof::certaintyOfType);
  }

  private Verdict proven(String label, double certainty) {
    boolean agreed = label.equals(network.label());
    return Verdict.of(label, agreed ? Math.max(certainty, network.probability()) : certainty);
  }

  private String sides() {
    int group = spaceGroup.getAsInt();
    String other =
        classes
            .ofSpaceGroup(group)
            .or(this::classOfType)
            .map(c -> ", that of " + c.label())
            .orElse("");
    return String.format(
        Locale.ROOT,
        "the network says %s (%.2f), the atoms have space group %d%s",
        network.label(),
        network.probability(),
        group,
        other);
  }

  /** A whole crystal whose layers are as far apart as those of its structure type, not a slab. */
  private boolean isLayeredByType() {
    return proven.isPresent()
        && classOfType().isPresent()
        && image.prepared().flatMap(PreparedCluster::parent).isEmpty();
  }

  private Verdict verdict() {
    if (has(Warning.Code.ISOLATED_ATOMS)) {
      return Verdict.unknown("isolated atoms");
    }
    if (has(Warning.Code.SURFACE_OR_LAYER) && !isLayeredByType()) {
      return Verdict.unknown("surface or layer");
    }
    if (has(Warning.Code.SEVERAL_GRAINS)) {
      return Verdict.unknown("more than one grain");
    }
    if (proven.isPresent()) {
      return proven.get();
    }
    if (isOfNoListedType()) {
      return Verdict.unknown(
          "another crystal: no structure type that the model knows has its sites");
    }
    if (contradiction.isPresent()) {
      return Verdict.unknown("network and symmetry contradict each other");
    }
    if (spaceGroup.orElse(1) > 1 && !isOfTheScheme()) {
      return Verdict.unknown("another crystal: space group " + spaceGroup.getAsInt());
    }
    if (novelty.far() && !isOfTheScheme()) {
      return Verdict.unknown(diffuse ? "liquid or glass" : "unlike the crystals of the training");
    }
    return Verdict.of(network.label(), network.probability());
  }
}
