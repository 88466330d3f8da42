package org.laue.formats.xyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.FileLabels;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

class ExtxyzFormatTest {
  private static final String LATTICE = "Lattice=\"4 0 0 0 4 0 0 0 6\"";
  private static final String CRYSTAL = "2\n" + LATTICE + " pbc=\"T T T\"\nFe 0 0 0\nO 1 2 3\n";

  @Test
  void propertiesSayWhereElementAndPositionStand() {
    Reading reading =
        Reading.of(
            "a.xyz",
            "1\n"
                + "Properties=force:R:3:pos:R:3:Z:I:1:tag:S:1 energy=-1.5 name=\"a \\\"b\\\"\""
                + " relaxed sg=225 virial=[[1, 0], [0, 1]] Lattice=\"4 0 0 0 4 0 0 0 6\" note={x"
                + " y}\n"
                + "9 9 9 1 2 3 26 tag\n");
    assertThat(reading.crystal().atomicNumbers()).containsExactly(26);
    assertThat(reading.crystal().cartesian()).containsExactly(1, 2, 3);
    ParsedStructure structure = reading.structures.get(0);
    assertThat(structure.name()).isEqualTo("a \"b\"");
    assertThat(structure.properties())
        .containsEntry("energy", "-1.5")
        .containsEntry("relaxed", "T")
        .containsEntry("virial", "[1, 0], [0, 1]")
        .containsEntry("note", "x y")
        .doesNotContainKeys("Lattice", "Properties");
    assertThat(FileLabels.spaceGroup(structure)).hasValue(225);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pbc=\"T T T\"", "pbc=[True, True, True]", "pbc=T", "pbc=\"1 1 1\""})
  void aFrameThatIsPeriodicInAllDirectionsIsACrystal(String pbc) {
    assertThat(Reading.of("a.xyz", "1\n" + LATTICE + " " + pbc + "\nFe 0 0 0\n").crystal())
        .isInstanceOf(Crystal.class);
  }

  @Test
  void aSlabIsAClusterThatKeepsItsLatticeAndSaysSo() {
    Reading reading = Reading.of("a.xyz", "1\n" + LATTICE + " pbc=\"T T F\"\nFe 0 0 0\n");
    ParsedStructure slab = reading.structures.get(0);
    assertThat(slab.atoms()).isInstanceOf(Cluster.class);
    assertThat(slab.atoms().periodicLattice()).isPresent();
    assertThat(slab.properties()).containsEntry("pbc", "T T F").containsKey("Lattice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lattice=\"0 0 0 0 0 0 0 0 0\" pbc=\"F F F\"", "water, don't drink"})
  void aFrameWithoutLatticeIsACluster(String comment) {
    Reading reading = Reading.of("a.xyz", "2\n" + comment + "\nO 0 0 0\n1 0 0 0.96 0.1\n");
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures.get(0).atoms().periodicLattice()).isEmpty();
    assertThat(reading.structures.get(0).atoms().atomicNumbers()).containsExactly(8, 1);
  }

  @Test
  void aLayerCanBeLookedAtInItsCell() {
    String text = "1\n" + LATTICE + " pbc=\"T F T\"\nFe 0 0 0\n";
    ParsedStructure layer = Reading.of("a.xyz", text).structures.get(0);
    assertThat(layer.kind()).isEqualTo(ParsedStructure.Kind.PARTLY_PERIODIC);
    assertThat(layer.inItsCell().lattice().lengths()).containsExactly(4, 4, 6);
    ParsedStructure box = Reading.of("a.xyz", text.replace("T F T", "F F F")).structures.get(0);
    assertThatThrownBy(box::inItsCell).hasMessageContaining("pbc is \"F F F\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3\nAtoms. Timestep: 100\n1 0 0 0\n2 1 1 1\n3 2 2 2\n",
        "2\n\n1 0 0 0\n1 2 2 2\n",
        "2\nProperties=species:S:1:pos:R:3 Lattice=\"4 0 0 0 4 0 0 0 6\"\n1 0 0 0\n3 2 2 2\n"
      })
  void typesOfAtomsAreNoElements(String frame) {
    assertThat(Reading.of("dump.xyz", frame).reason())
        .contains("types of atoms", "write element symbols", "Z:I:1");
  }

  @Test
  void numbersThatCanOnlyBeAtomicNumbersAreReadAndSaid() {
    Reading reading = Reading.of("a.xyz", "2\n\n26 0 0 0\n8 2 2 2\n");
    assertThat(reading.structures.get(0).atoms().atomicNumbers()).containsExactly(26, 8);
    assertThat(reading.structures.get(0).warning()).contains("taken as Z");
  }

  @Test
  void aBoxThatFitsTightlyIsNoPeriod() {
    String text = "2\n" + LATTICE + " pbc=\"F F F\"\nFe 0 0 0\nFe 4 0 0\n";
    assertThat(Reading.of("a.xyz", text).structures.get(0).atoms().periodicLattice()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'2\n\nFe 0 0 0\n', 'announces 2 atoms, but 1 follow'",
    "'1\n\nFe 0 0 0\nFe 1 1 1\n', 'announces 1 atoms, but more follow'",
    "'2\n\nFe 0 0 0\nFe 1 nan 1\n', 'Coordinate y must be a number, was ''nan'' (line 8)'",
    "'1\n\nXx 0 0 0\n', 'Unknown element ''Xx'''",
    "'1\n\n119 0 0 0\n', 'Unknown element ''119'''",
    "'1\n\nFe 0 0\n', 'needs 4 columns, has 3'",
    "'2\n\nFe 0 0 0\nO 0 0 0.001\n', 'Atom 1 (Fe) and atom 2 (O) are on one place'",
    "'0\n\n', '1 to 2000000 atoms, announces 0'",
    "'-3\n\n', 'announces -3'",
    "'3000000\n\nFe 0 0 0\n', 'announces 3000000'",
    "'1\nLattice=\"1 0 0 2 0 0 0 0 1\"\nFe 0 0 0\n', 'span no volume'",
    "'1\nLattice=\"1 0 0\nFe 0 0 0\n', 'open quote'",
    "'1\nLattice=\"1 0\"\nFe 0 0 0\n', 'must have 9 numbers'",
    "'1\npbc=\"T T T\"\nFe 0 0 0\n', 'has no Lattice'",
    "'1\npbc=\"T x T\"\nFe 0 0 0\n', 'three of T and F'",
    "'1\nProperties=species:S:1\nFe 0 0 0\n', 'Properties must be'",
    "'garbage line\nmore\n', 'Expected a number of atoms'"
  })
  void aBrokenFrameIsRejectedAndTheNextIsRead(String frame, String reason) {
    Reading reading = Reading.of("a.xyz", CRYSTAL + frame + CRYSTAL + CRYSTAL);
    assertThat(reading.rejects).singleElement().extracting(Reject::position).isEqualTo(2);
    assertThat(reading.reason()).contains(reason);
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 3, 4);
  }

  @Test
  void aCutOffFileKeepsWhatWasWhole() {
    Reading reading = Reading.of("a.xyz", CRYSTAL + CRYSTAL.substring(0, CRYSTAL.length() - 8));
    assertThat(reading.structures).hasSize(1);
    assertThat(reading.reason()).contains("announces 2 atoms, but 1 follow");
  }

  @Test
  void lineEndsOfEverySystemAndAByteOrderMarkAreRead() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      String text = "\uFEFF" + (CRYSTAL + "\n\n" + CRYSTAL).replace("\n", end);
      Reading reading = Reading.of("a.xyz", text);
      assertThat(reading.rejects).isEmpty();
      assertThat(reading.structures).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"species:S:1:pos:R:3:element:S:1", "species:S:1:pos:R:3:positions:R:3"})
  void whatStandsTwiceIsRefused(String properties) {
    String text = "1\nProperties=" + properties + "\nNa 0 0 0 K 1 1\n";
    assertThat(Reading.of("a.xyz", text).reason()).contains("each once");
  }
}
