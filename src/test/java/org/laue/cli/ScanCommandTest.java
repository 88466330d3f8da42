package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.defects.DefectSpec;
import org.laue.formats.Reading;
import org.laue.formats.WritableFormat;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.lammps.LammpsDumpWriter;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import picocli.CommandLine;

class ScanCommandTest {
  @TempDir private Path folder;

  /** Copper, 6 x 6 x 6 cells. */
  private Path copper() throws IOException {
    Crystal crystal =
        Crystal.of(
                Lattice.ofRows(3.6, 0, 0, 0, 3.6, 0, 0, 0, 3.6),
                new int[] {29, 29, 29, 29},
                new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0})
            .supercell(6, 6, 6);
    Path file = folder.resolve("copper.extxyz");
    StringBuilder text = new StringBuilder();
    WritableFormat.EXTXYZ.write(new ParsedStructure("x", 1, "copper", crystal, Map.of()), text);
    Files.writeString(file, text);
    return file;
  }

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isZero();
    return out.toString();
  }

  @Test
  void aFrameIsSummedUpInARow() throws IOException {
    assertThat(run("scan", "--json", copper().toString()))
        .contains("\"atoms\":864", "\"fcc\":1.0", "\"unknown\":0.0", "\"grains\":1");
  }

  /** Three frames in a LAMMPS dump: at rest, warm, and a fifth missing. */
  private Path dump() throws IOException {
    Crystal copper = Reading.of(copper()).crystal();
    Crystal warm = DefectSpec.parse("displacement 0.15", "").apply(copper, 1);
    Crystal thinned = DefectSpec.parse("vacancy 0.2", "").apply(warm, 2);
    StringBuilder text = new StringBuilder();
    for (Crystal frame : List.of(copper, warm, thinned)) {
      LammpsDumpWriter.write(
          new ParsedStructure("x", 1, "copper", frame, Map.of()), List.of(), text);
    }
    return Files.writeString(folder.resolve("three.dump"), text);
  }

  @AfterEach
  void noMaster() {
    System.clearProperty("spark.master");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--grid 3", "--skip 2", "--grains"})
  void sparkAnswersWhatThisProcessAnswers(String options) throws IOException {
    Path dump = dump();
    List<String> rows = new ArrayList<>();
    List<String> atoms = new ArrayList<>();
    for (String file : List.of("here.extxyz", "there.extxyz")) {
      Path output = folder.resolve(file);
      String call = "scan --json %s --output %s %s".formatted(options, output, dump);
      rows.add(run(call.strip().split(" +")));
      atoms.add(Files.readString(output));
      System.setProperty("spark.master", "local[2]");
    }
    assertThat(rows.get(1)).isEqualTo(rows.get(0));
    assertThat(atoms.get(1)).isEqualTo(atoms.get(0));
    assertThat(rows.get(0).lines()).hasSize("--skip 2".equals(options) ? 1 : 3);
  }

  @Test
  void aGridHasAsManyPointsAsItsStrideMakes() throws IOException {
    assertThat(run("scan", "--grid", "4", "--json", copper().toString()))
        .contains("\"atoms\":216", "\"fcc\":1.0");
  }

  @Test
  void grainsAreRowsWhereTheyAreAskedFor() throws IOException {
    assertThat(run("scan", "--grains", "--csv", copper().toString()))
        .contains("1,,fcc,864,0,0.00000 0.00000 0.00000 1.00000,,");
  }

  @Test
  void everyAtomGetsItsAnswersInEveryFormat() throws IOException {
    Path xyz = folder.resolve("out.extxyz");
    Path picture = folder.resolve("out.png");
    run("scan", "--output", xyz.toString(), "--picture", picture.toString(), copper().toString());
    assertThat(Files.readAllLines(xyz).get(1)).contains("structure_type:I:1:orientation:R:4");
    assertThat(Files.readAllLines(xyz).get(2)).startsWith("Cu 0.0 0.0 0.0 1 ");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
    Path dump = folder.resolve("out.dump");
    run("scan", "--output", dump.toString(), copper().toString());
    assertThat(Reading.of(dump).crystal().atomCount()).isEqualTo(864);
    Path table = folder.resolve("out.parquet");
    run("scan", "--output", table.toString(), copper().toString());
    assertThat(Files.size(table)).isPositive();
  }
}
