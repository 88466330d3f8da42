package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import picocli.CommandLine;

class CommandsTest {
  private static final String COPPER =
      "copper\n3.61\n0 .5 .5\n.5 0 .5\n.5 .5 0\nCu\n1\nDirect\n0 0 0\n";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String copper;

  @BeforeEach
  void writeCopper() throws IOException {
    copper = Files.writeString(directory.resolve("copper.vasp"), COPPER).toString();
  }

  private int run(String... arguments) {
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void everyCommandExplainsItselfWithExamples() {
    for (String name : Laue.commandLine().getSubcommands().keySet()) {
      if (!name.equals("help")) {
        assertThat(run(name, "--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "laue " + name);
      }
    }
  }

  @Test
  void structureTypesHaveAModelThatComesWithLaueAndOthersAreRefused() {
    assertThat(run("classify", "--csv", "--classes", "types", copper)).isZero();
    assertThat(out.toString()).contains("A1-Cu");
    assertThat(run("classify", "--classes", "lattices", copper)).isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("No model of the classes lattices comes with Laue");
    assertThat(run("classify", "--classes", "types", "--model", "out", copper))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("take one of them");
    String onnx = directory.resolve("types.onnx").toString();
    assertThat(run("export", "--classes", "types", "--model", "out", "--output", onnx))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString().split("take one of them", -1)).hasSize(3);
  }

  @Test
  void noCommandAndAnUnknownOneAreTheUsersToMend() {
    assertThat(run()).isEqualTo(Laue.USER_ERROR);
    assertThat(run("clasify", "x")).isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("Name a command");
  }

  @Test
  void whereBenchmarksAreMissingTheCommandSaysWhereTheyAre() {
    CommandLine bench = new CommandLine(new NoBenchCommand());
    bench.parseArgs("symmetry", "--json");
    assertThatThrownBy(new NoBenchCommand()::call)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("jobs/laue bench");
  }

  @Test
  void symmetryPrintsTheColumnsThatProgramsRelyOn() {
    assertThat(run("symmetry", "--csv", copper)).isZero();
    assertThat(out.toString())
        .startsWith("source,position,number,hall_number,international,point_group,operations")
        .contains(copper + ",1,225,523,Fm-3m,m-3m,48,cubic");
    assertThat(err.toString()).contains("1 structures answered, 0 not");
  }

  @Test
  void symmetryTellsDetails() {
    assertThat(run("symmetry", "--json", "--details", copper)).isZero();
    assertThat(out.toString()).contains("\"wyckoff_letters\":[\"a\"]", "\"transformation_matrix\"");
  }

  @Test
  void whatCannotBeReadIsARowAndLosesNothingElse() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.cif"), "data_x\nloop_\n_cell");
    assertThat(run("symmetry", "--csv", broken.toString(), copper)).isZero();
    assertThat(out.toString().lines()).hasSize(3).anyMatch(line -> line.contains(",225,"));
    assertThat(err.toString()).contains("1 structures answered, 1 not", "broken.cif");
  }

  @Test
  void nothingAnsweredIsAnError() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.cif"), "data_x\n");
    assertThat(run("symmetry", broken.toString())).isEqualTo(Laue.USER_ERROR);
    assertThat(run("symmetry", directory.resolve("none.cif").toString()))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("No such file");
  }

  @Test
  void aTableForPeopleFitsItsScreenUnlessAllIsWanted() {
    assertThat(run("classify", copper)).isZero();
    assertThat(out.toString()).contains("verdict", "fcc").doesNotContain("baseline_tight");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 120);
    assertThat(run("classify", "--wide", copper)).isZero();
    assertThat(out.toString()).contains("baseline_tight", "cell_lengths_angstrom");
  }

  @Test
  void rowsGoToAFileThatAnyFileSystemHolds() throws IOException {
    assertThat(run("symmetry", "--csv", copper)).isZero();
    String printed = out.toString();
    out.getBuffer().setLength(0);
    Path rows = directory.resolve("rows.csv");
    assertThat(run("symmetry", "--csv", "--to", rows.toUri().toString(), copper)).isZero();
    assertThat(rows).hasContent(printed);
    assertThat(out.toString()).isEmpty();
    assertThat(directory.resolve(".rows.csv.crc")).doesNotExist();
    assertThat(run("symmetry", "--to", directory.toString(), copper)).isEqualTo(Laue.USER_ERROR);
    assertThat(run("symmetry", "--to", "nowhere://x/y", copper)).isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("--to nowhere://x/y cannot be written");
  }

  @Test
  void aStudyFileIsFetchedFromAnyFileSystemButNotWhatItIncludes() throws IOException {
    Path study = Files.writeString(directory.resolve("study.conf"), "study.name = far\n");
    assertThat(StudyFile.fetched("conf/quickstart.conf"))
        .isEqualTo(Path.of("conf/quickstart.conf"));
    assertThat(StudyFile.fetched(study.toUri().toString()))
        .isNotEqualTo(study)
        .hasContent("study.name = far");
    Files.writeString(study, "x = 1\n  include required(file(\"paper.conf\"))\n");
    assertThatThrownBy(() -> StudyFile.fetched(study.toUri().toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("write both into one file");
    assertThat(run("study", directory.toUri() + "none.conf")).isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("No such study file: file:");
  }

  @Test
  void oneMissingInputCostsItsOwnRow() {
    String none = directory.resolve("none.cif").toString();
    assertThat(run("symmetry", "--csv", none, copper)).isZero();
    assertThat(out.toString().lines()).hasSize(3).anyMatch(line -> line.contains(",225,"));
    assertThat(out.toString()).contains("No such file");
  }

  @Test
  void whatAFolderHoldsAndIsNotReadIsSaid() throws IOException {
    Files.writeString(directory.resolve("_under.vasp"), COPPER);
    assertThat(run("symmetry", directory.toString())).isZero();
    assertThat(err.toString()).contains("passed over in folders: 1 hidden");
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(COPPER.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("symmetry", "--csv", "-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains("-,1,225,");
  }

  @Test
  void classAndSpaceGroupThatExcludeEachOtherAreSaid() throws IOException {
    String salt = "NaCl\n5.64\n0 .5 .5\n.5 0 .5\n.5 .5 0\nNa Cl\n1 1\nDirect\n0 0 0\n.5 .5 .5\n";
    String file = Files.writeString(directory.resolve("salt.vasp"), salt).toString();
    assertThat(run("classify", "--json", "--symprec", "0.01", file)).isZero();
    JsonNode row = json(out.toString());
    assertThat(row.path("space_group").asInt()).isEqualTo(225);
    boolean agree = row.path("network_class").asText().equals("fcc");
    assertThat(row.path("contradiction").isNull()).isEqualTo(agree);
    assertThat(row.path("class").asText()).isEqualTo("fcc");
    assertThat(row.path("warning").asText().contains("space group 225")).isEqualTo(!agree);
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fingerprintWritesArrayAndPictureNamedAfterTheFile() throws IOException {
    Path images = directory.resolve("images");
    assertThat(run("fingerprint", "--output", images.toString(), copper)).isZero();
    byte[] array = Files.readAllBytes(images.resolve("copper.npy"));
    assertThat(new String(array, 0, 128, StandardCharsets.ISO_8859_1))
        .contains("'descr': '<f4'", "(3, 64, 64)");
    assertThat(array).hasSize(128 + 4 * 3 * 64 * 64);
    assertThat(images.resolve("copper.png")).exists();
  }

  @Test
  void choicesAreSpelledAsInStudyFiles() throws IOException {
    String images = directory.resolve("images").toString();
    for (String rule : List.of("first-shell", "FIRST_SHELL")) {
      assertThat(run("fingerprint", "--output", images, "--bond-length", rule, copper)).isZero();
    }
    assertThat(run("fingerprint", "--output", images, "--bond-length", "longest", copper))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString())
        .contains("must be one of mean-nearest, first-shell, broad-shell, parent-shell")
        .contains("was 'longest'");
  }

  @Test
  void aPointCloudIsWrittenAsArrayAndPicture() throws IOException {
    Path clouds = directory.resolve("clouds");
    String output = clouds.toString();
    assertThat(run("fingerprint", "--descriptor", "pointcloud", "--output", output, copper))
        .isZero();
    byte[] array = Files.readAllBytes(clouds.resolve("copper.npy"));
    assertThat(new String(array, 0, 128, StandardCharsets.ISO_8859_1))
        .contains("'descr': '<f4'", "(343, 4)");
    assertThat(array).hasSize(128 + 4 * 4 * 343);
    BufferedImage picture = ImageIO.read(clouds.resolve("copper.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(640);
    // The origin scatters most: its disc is coloured, the paper is white.
    assertThat(picture.getRGB(320, 320)).isNotEqualTo(picture.getRGB(2, 2));
    assertThat(
            run(
                "fingerprint",
                "--descriptor",
                "pointcloud",
                "--max-miller",
                "1",
                "--probe",
                "neutron",
                "--output",
                output,
                copper))
        .isZero();
    assertThat(clouds.resolve("copper.npy").toFile()).hasSize(128 + 4 * 4 * 27);
    assertThat(
            run("fingerprint", "--descriptor", "pointcloud", "--as-is", "--output", output, copper))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("--as-is are for images");
  }

  @Test
  void aGraphIsWrittenAsTheTableOfItsBonds() throws IOException {
    Path graphs = directory.resolve("graphs");
    String[] asked = {
      "fingerprint", "--descriptor", "graph", "--nearest", "12", "--output", graphs.toString()
    };
    assertThat(run(Stream.concat(Stream.of(asked), Stream.of(copper)).toArray(String[]::new)))
        .isZero();
    byte[] array = Files.readAllBytes(graphs.resolve("copper.npy"));
    assertThat(new String(array, 0, 128, StandardCharsets.ISO_8859_1)).contains("(12, 5)");
    float[] first = new float[5];
    ByteBuffer.wrap(array, 128, 20).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(first);
    assertThat(first).startsWith(0, 0, 29, 29);
    assertThat((double) first[4]).isCloseTo(1.805 * Math.sqrt(2), within(1e-6));
    assertThat(run("fingerprint", "--descriptor", "graph", "--as-is", "--output", "x", copper))
        .isEqualTo(Laue.USER_ERROR);
  }

  @Test
  void fingerprintsOfOneFileAreToldApartByPosition() throws IOException {
    String frame = "2\nLattice=\"3 0 0 0 3 0 0 0 3\"\nFe 0 0 0\nFe 1.5 1.5 1.5\n";
    Path two = Files.writeString(directory.resolve("two.xyz"), frame + frame);
    Path images = directory.resolve("images");
    String single = directory.resolve("copper.vasp").toString();
    assertThat(run("fingerprint", "--as-is", "--output", images.toString(), two.toString(), single))
        .isZero();
    assertThat(images.resolve("copper.npy")).exists();
    assertThat(images.resolve("two-1.npy")).exists();
    assertThat(images.resolve("two-2.npy")).hasSameBinaryContentAs(images.resolve("two-1.npy"));
  }

  @Test
  void twoInputsOfOneNameAreToldApartByTheirFolders() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other")).resolve("copper.vasp");
    Files.writeString(other, COPPER);
    Path images = directory.resolve("images");
    assertThat(run("fingerprint", "--output", images.toString(), copper, other.toString()))
        .isZero();
    assertThat(images.resolve("other-copper.npy"))
        .hasSameBinaryContentAs(images.resolve("copper.npy"));
  }

  @Test
  void unknownSettingIsRefusedWithTheNearestKey() {
    assertThat(run("train", "--output", directory.toString(), "--set", "train.epoch=3"))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("unknown key 'train.epoch'; did you mean 'train.epochs'?");
  }
}
