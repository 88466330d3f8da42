package org.laue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.formats.io.ParsedStructure;
import org.laue.learning.Answers;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;
import org.laue.learning.Novelty;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Dimensionality;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * What the model and the baseline say of one structure. The model is loaded once in each JVM.
 *
 * @param model directory of a trained model, or empty for the one that comes with Laue
 * @param symprec tolerance of the conventional cell, angstrom
 * @param asIs whether the atoms as given are the cluster
 */
record Classifier(String model, double symprec, boolean asIs) implements RowFunction {
  static final String SHIPPED = "/org/laue/learning/shipped";

  static final List<String> COLUMNS =
      List.of(
          "class",
          "probability",
          "warning",
          "space_group",
          "baseline_tight",
          "baseline_medium",
          "baseline_loose",
          "formula",
          "atoms",
          "recognised_as",
          "probabilities");

  private static final Map<String, Loaded> MODELS = new ConcurrentHashMap<>();

  /** A model with the generator of the fingerprints that it knows. */
  record Loaded(CrystalModel model, FingerprintGenerator generator) {}

  /** A fingerprint and how it came about. */
  record Seen(Fingerprint image, Integer spaceGroup, String recognisedAs) {}

  static Loaded load(String location) {
    return MODELS.computeIfAbsent(location, Classifier::read);
  }

  private static Loaded read(String location) {
    try {
      ModelFiles files =
          location.isEmpty()
              ? ModelFiles.resources(SHIPPED)
              : ModelFiles.directory(Path.of(location));
      CrystalModel model = CrystalModel.load(files);
      FingerprintParameters parameters = FingerprintParameters.ofMap(model.fingerprintParameters());
      return new Loaded(model, new FingerprintGenerator(parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    structure.requireElements();
    Loaded loaded = load(model);
    return row(structure, loaded, see(structure, loaded.generator()));
  }

  /** The same with a picture of what decided in front. */
  List<Object> applyWithPicture(ParsedStructure structure) {
    structure.requireElements();
    Loaded loaded = load(model);
    Seen seen = see(structure, loaded.generator());
    List<Object> row = new ArrayList<>();
    row.add(new WhyPicture(seen.image(), loaded.model()));
    row.addAll(row(structure, loaded, seen));
    return row;
  }

  private static List<Object> row(ParsedStructure structure, Loaded loaded, Seen seen) {
    float[][] images = {seen.image().pixels()};
    Answers answers = loaded.model().answer(images);
    float[] probabilities = answers.probabilities()[0];
    int best = Answers.mostProbable(probabilities);
    Novelty.Assessment novelty = loaded.model().novelty().assess(images[0], answers.features()[0]);
    List<Object> row = new ArrayList<>();
    row.add(loaded.model().labels().get(best));
    row.add(rounded(probabilities[best]));
    row.add(warning(structure, loaded.model().description().classes(), seen, novelty));
    row.add(seen.spaceGroup());
    row.addAll(baseline(structure.atoms()));
    row.add(structure.atoms().formula());
    row.add(structure.atoms().atomCount());
    row.add(seen.recognisedAs());
    row.add(probabilities(loaded.model().labels(), probabilities));
    return row;
  }

  /** The fingerprint of a structure by the rule of this call. */
  Seen see(ParsedStructure structure, FingerprintGenerator generator) {
    if (asIs || !(structure.atoms() instanceof Crystal crystal)) {
      return new Seen(generator.of(structure.atoms()), null, null);
    }
    PreparedCluster prepared =
        ClusterPreparation.prepare(crystal, generator.parameters().withCellSymprec(symprec));
    return new Seen(
        generator.of(prepared.cluster(), prepared.bondLengthAngstrom()),
        prepared.spaceGroup(),
        recognised(prepared));
  }

  private static String recognised(PreparedCluster prepared) {
    if (!prepared.isBrokenSupercell()) {
      return null;
    }
    return String.format(
        java.util.Locale.ROOT,
        "supercell with %.0f %% of its sites occupied, atoms %.2f A off (rms)",
        100 * prepared.occupancy(),
        prepared.rmsDisplacementAngstrom());
  }

  private static String warning(
      ParsedStructure structure, ClassScheme classes, Seen seen, Novelty.Assessment novelty) {
    List<String> warnings = new ArrayList<>(structure.warnings());
    structure.cell().flatMap(cell -> Dimensionality.of(cell).warning()).ifPresent(warnings::add);
    if (seen.spaceGroup() != null && !classes.spaceGroups().contains(seen.spaceGroup())) {
      warnings.add(
          "its space group %d is none of the %d the model knows"
              .formatted(seen.spaceGroup(), classes.spaceGroups().size()));
    }
    if (novelty.far()) {
      warnings.add(novelty.reason());
    }
    if (seen.spaceGroup() == null) {
      warnings.add(
          "taken in the orientation in which it was given; the model knows the standard one");
    }
    return warnings.isEmpty() ? null : String.join("; ", warnings);
  }

  private static List<Object> baseline(Atoms atoms) {
    if (!(atoms instanceof Crystal crystal)) {
      return Arrays.asList(null, null, null);
    }
    List<Object> groups = new ArrayList<>();
    for (Tolerance t : List.of(Tolerance.TIGHT, Tolerance.MEDIUM, Tolerance.LOOSE)) {
      OptionalInt group = SymmetryFinder.spaceGroupNumber(crystal, t, SpglibCompat.V2);
      groups.add(group.isPresent() ? group.getAsInt() : null);
    }
    return groups;
  }

  private static Map<String, Double> probabilities(List<String> labels, float[] row) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      map.put(labels.get(i), rounded(row[i]));
    }
    return map;
  }

  private static double rounded(double probability) {
    return Math.round(1e4 * probability) / 1e4;
  }
}
