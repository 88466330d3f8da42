package org.laue.api;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.formats.io.ParsedStructure;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.prototypes.StructureType;
import org.laue.prototypes.StructureTypes;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.ParentLattice;

/**
 * A trained model that can be asked about structures. Immutable and thread-safe; it travels to
 * executors by Java's serialisation, weights and all, so that every one of them asks the model that
 * was loaded here.
 *
 * <pre>{@code
 * Laue laue = Laue.load();                            // the model that comes with Laue
 * Crystal copper =
 *     Crystal.of(Lattice.ofRows(new double[] {0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0}),
 *         new int[] {29}, new double[] {0, 0, 0});
 * Answer answer = laue.classify(copper);
 * answer.verdict().label();                           // "fcc"
 * answer.spaceGroup();                                // 225
 * Laue.symmetry(copper, Tolerance.of(0.01)).number(); // 225
 * }</pre>
 */
public final class Laue implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Tolerance of the conventional cell, angstrom: what relaxed and measured cells need, whose
   * positions are not exact.
   */
  public static final double DEFAULT_SYMPREC = 0.1;

  /** Where the model that comes with Laue lies; those of properties lie below it. */
  static final String SHIPPED = "classpath:/org/laue/learning/shipped";

  private final transient CrystalModel model;
  private final transient Imaging imaging;
  private final double symprec;
  private final boolean asIs;

  private Laue(CrystalModel model, double symprec, boolean asIs) {
    this.model = model;
    this.symprec = symprec;
    this.asIs = asIs;
    this.imaging = new Imaging(parameters(model).withCellSymprec(symprec), asIs);
  }

  private static FingerprintParameters parameters(CrystalModel model) {
    if (model.description().descriptor() instanceof Imaging seen) {
      return seen.parameters();
    }
    throw new UserException(
        "This model looks at descriptor %s; to classify takes one that looks at images"
            .formatted(model.description().descriptor().name()));
  }

  /** The model that comes with Laue. */
  public static Laue load() {
    return load("");
  }

  /**
   * The model that comes with Laue for a scheme of classes.
   *
   * @param classes {@code paper}, the seven of {@link #load()}, or {@code types}, structure types
   * @throws org.laue.UserException if no model of it comes with Laue
   */
  public static Laue shipped(String classes) {
    return switch (classes) {
      case "paper" -> load();
      case "types" -> load(SHIPPED + "/types/1");
      default ->
          throw new UserException(
              "No model of the classes %s comes with Laue; those of paper and types do, others take a model of your own"
                  .formatted(classes));
    };
  }

  /**
   * The model at a location.
   *
   * @param location a directory on any file system that Hadoop knows ({@code out/model}, {@code
   *     s3a://bucket/model}): a model's, or one that holds runs of models, of which the one that
   *     finished last is taken; empty for the one that comes with Laue
   * @throws org.laue.UserException if there is none or it is damaged
   */
  public static Laue load(String location) {
    return load(location, new Configuration());
  }

  /** The same with settings for the file systems. */
  public static Laue load(String location, Configuration hadoop) {
    try {
      String place = location.isEmpty() ? SHIPPED : ModelLocation.find(hadoop, location, run -> {});
      return of(CrystalModel.load(HadoopModelFiles.at(hadoop, place)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UserException if the model answers other things than classes, or looks at other things
   *     than images
   */
  public static Laue of(CrystalModel model) {
    model.description().classes();
    return new Laue(model, DEFAULT_SYMPREC, false);
  }

  /** The same model with another tolerance of the conventional cell, angstrom. */
  public Laue withSymprec(double angstrom) {
    return new Laue(model, angstrom, asIs);
  }

  /** The same model that takes atoms as they stand: no conventional cell, no replication. */
  public Laue takingAtomsAsTheyAre() {
    return new Laue(model, symprec, true);
  }

  public CrystalModel model() {
    return model;
  }

  /** How structures become the images that the model sees. */
  public Imaging imaging() {
    return imaging;
  }

  /**
   * What it is.
   *
   * @throws org.laue.UserException if there is no image: an element without form factor, atoms too
   *     far apart, no cell
   */
  public Answer classify(Atoms atoms) {
    Optional<Crystal> cell =
        atoms instanceof Crystal crystal ? Optional.of(crystal) : Optional.empty();
    return judgement(atoms, imaging.of(atoms)).answer(List.of(), cell);
  }

  /** What a structure from a file is; what its reader had to assume is among the warnings. */
  public Answer classify(ParsedStructure structure) {
    return classify(structure, fingerprint(structure));
  }

  /** The same where the image is at hand. */
  public Answer classify(ParsedStructure structure, Imaging.Image image) {
    return judgement(structure.atoms(), image).answer(structure.warnings(), structure.cell());
  }

  /** The image that the network sees. */
  public Imaging.Image fingerprint(Atoms atoms) {
    return imaging.of(atoms);
  }

  /** The image of a structure from a file, which must name its elements. */
  public Imaging.Image fingerprint(ParsedStructure structure) {
    return fingerprint(structure.requireElements().atoms());
  }

  /** The space group of a crystal and what follows from it; no model is asked. */
  public static SymmetryDataset symmetry(Crystal crystal, Tolerance tolerance) {
    return SymmetryFinder.symmetry(crystal, tolerance);
  }

  /** The same by the rule of one of Spglib's releases. */
  public static SymmetryDataset symmetry(
      Crystal crystal, Tolerance tolerance, SpglibCompat compat) {
    return SymmetryFinder.symmetry(crystal, tolerance, compat);
  }

  /**
   * What a crystal is a broken supercell of, or what a cluster without a cell was cut from, in any
   * orientation; empty where a crystal stands for itself or a cluster shows no lattice.
   */
  public static Optional<ParentLattice> parent(Atoms atoms) {
    return ParentLattice.find(atoms);
  }

  /**
   * What a crystal is called: its structure type by space group, occupied sites, species, shape of
   * the cell and free coordinates; empty where the table has none.
   *
   * @param symmetry of the crystal, or of the parent of a broken one
   */
  public static Optional<StructureType> structureType(SymmetryDataset symmetry) {
    return StructureTypes.of(symmetry);
  }

  private Judgement judgement(Atoms atoms, Imaging.Image image) {
    float[] pixels = image.fingerprint().pixels();
    Answers answers = model.answer(new float[][] {pixels});
    Novelty.Assessment novelty = model.novelty().assess(pixels, answers.features()[0]);
    NetworkAnswer network = network(answers.outputs()[0], novelty.score());
    return new Judgement(model, atoms, image, network, novelty);
  }

  private NetworkAnswer network(float[] probabilities, double novelty) {
    Map<String, Double> byClass = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byClass.put(model.labels().get(i), (double) probabilities[i]);
    }
    String best = model.labels().get(Answers.mostProbable(probabilities));
    return new NetworkAnswer(best, byClass, novelty);
  }

  private Object writeReplace() {
    return new PackedLaue(PackedModel.of(model), symprec, asIs);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("A model travels packed");
  }
}
