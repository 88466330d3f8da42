package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.formats.WritableFormat;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.symmetry.Prototype;
import org.laue.symmetry.parent.Breaker;
import picocli.CommandLine;

class ParentCommandsTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(new StringWriter(), true));
    return line.execute(arguments);
  }

  @Test
  void symmetryTellsTheParentAndItsDefects() throws IOException {
    Crystal whole = Prototype.compounds().get(2).primitive().supercell(4, 4, 4);
    Breaker breaker = new Breaker(1);
    Crystal broken = breaker.vacancies(breaker.displacements(breaker.disguise(whole), .05), .125);
    assertThat(run("symmetry", "--json", "--parent", written("salt", broken))).isZero();
    JsonNode row = new ObjectMapper().readTree(out.toString());
    assertThat(row.get("number").asInt()).isEqualTo(1);
    assertThat(row.get("parent").asInt()).isEqualTo(225);
    assertThat(row.get("structure_type").isNull()).isTrue();
    assertThat(row.get("parent_type").asText()).isEqualTo("B1 NaCl");
    assertThat(row.get("vacancies").asInt()).isEqualTo(16);
    assertThat(row.get("occupancy").asDouble()).isEqualTo(.875);
    assertThat(row.get("sites").get(0).get("shares").size()).isEqualTo(1);
  }

  @Test
  void symmetryTellsTheParentOfAtomsWithoutACell() throws IOException {
    Crystal whole =
        new Breaker(2).disguise(Prototype.diamond("Si", 14, 5.43).primitive().supercell(6, 6, 6));
    Cluster cluster = Cluster.of(whole.atomicNumbers(), whole.cartesian());
    assertThat(run("symmetry", "--json", "--parent", written("dot", cluster))).isZero();
    JsonNode row = new ObjectMapper().readTree(out.toString());
    assertThat(row.get("number").isNull()).isTrue();
    assertThat(row.get("parent").asInt()).isEqualTo(227);
    assertThat(row.get("occupancy").asDouble()).isEqualTo(1);
  }

  @Test
  void healWritesTheIdealCell() throws IOException {
    Crystal whole = Prototype.fcc("Cu", 29, 3.61).primitive().supercell(5, 5, 5);
    Breaker breaker = new Breaker(3);
    Crystal broken = breaker.vacancies(breaker.displacements(breaker.disguise(whole), .08), .2);
    String file = written("copper", broken);
    Path ideal = directory.resolve("ideal");
    assertThat(run("heal", "--output", ideal.toString(), "--format", "poscar", file)).isZero();
    assertThat(Files.exists(ideal.resolve("copper.vasp"))).isTrue();
    out.getBuffer().setLength(0);
    String healed = ideal.resolve("copper.vasp").toString();
    assertThat(run("symmetry", "--json", "--symprec", "1e-4", healed)).isZero();
    JsonNode row = new ObjectMapper().readTree(out.toString());
    assertThat(row.get("number").asInt()).isEqualTo(225);
    assertThat(row.get("atoms").asInt()).isEqualTo(4);
    assertThat(row.get("structure_type").asText()).isEqualTo("A1 Cu");
    assertThat(row.get("aflow_label").asText()).isEqualTo("A_cF4_225_a");
    assertThat(row.get("underlying_lattice").asText()).isEqualTo("fcc");
  }

  private String written(String name, Atoms atoms) throws IOException {
    StringBuilder text = new StringBuilder();
    WritableFormat.EXTXYZ.write(new ParsedStructure(name, 1, name, atoms, Map.of()), text);
    return Files.writeString(directory.resolve(name + ".extxyz"), text).toString();
  }
}
