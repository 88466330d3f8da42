package org.laue.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.tables.runs.CompleteRun;

/** A handful of self-made files and what is done with them, small enough for every test run. */
final class SmallStudy {
  private static final String FRAME =
      "1\nLattice=\"%s\" Properties=species:S:1:pos:R:3 pbc=\"T T T\" sg=%d\n%s 0 0 0\n";

  /** Of small clusters. */
  static final Imaging IMAGES =
      new Imaging(FingerprintParameters.defaults().withTargetAtoms(32), false);

  private SmallStudy() {}

  /** Two elements each of fcc, bcc and sc, one crystal twice, and a file that is none. */
  static Path files(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("a.extxyz"), fcc("Cu", 3.6) + bcc("Fe", 2.86) + sc("Po", 3.35));
    Files.writeString(
        directory.resolve("b.extxyz"), fcc("Cu", 3.6) + fcc("Al", 4.05) + bcc("W", 3.16));
    Files.writeString(directory.resolve("c.extxyz"), sc("Cs", 4.5));
    Files.writeString(directory.resolve("notes.txt"), "nothing to see\n");
    return directory;
  }

  private static String fcc(String element, double a) {
    double h = a / 2;
    return frame("0 %s %s %s 0 %s %s %s 0", h, 225, element);
  }

  private static String bcc(String element, double a) {
    double h = a / 2;
    return frame("-%s %s %s %s -%s %s %s %s -%s", h, 229, element);
  }

  private static String sc(String element, double a) {
    return frame("%s 0 0 0 %s 0 0 0 %s", a, 221, element);
  }

  private static String frame(String lattice, double length, int group, String element) {
    Object[] lengths = new Object[9];
    java.util.Arrays.fill(lengths, Double.toString(length));
    return FRAME.formatted(lattice.formatted(lengths), group, element);
  }

  static IngestSettings ingest(Path files, Path output) {
    return IngestSettings.of(List.of(files.toString()), output.toString());
  }

  /** Its structures, and what a descriptor makes of their variants, whose atoms stay as given. */
  record Described(CompleteRun structures, CompleteRun variants) {}

  static Described describedBy(Descriptor descriptor, Path directory) throws IOException {
    LaueSession session = SharedSession.get();
    Path output = directory.resolve("study");
    Path files = files(directory.resolve("files"));
    CompleteRun structures = new IngestStep(session).run(ingest(files, output)).run();
    VariantSettings given = variants(structures).withAtomsAsGiven();
    return new Described(
        structures,
        new DescribeStep(session)
            .run(DescribeSettings.of(given, descriptor, output.toString()))
            .run());
  }

  /** Pristine, displaced and with vacancies, two of each; small clusters. */
  static VariantSettings variants(CompleteRun structures) {
    return VariantSettings.pristine(structures, SupercellSettings.of(IMAGES.parameters()))
        .withDefects(
            List.of(
                DefectSpec.PRISTINE,
                DefectSpec.parse("displacement 0.02", ""),
                DefectSpec.parse("vacancy 0.25", "")),
            2,
            7);
  }
}
