package org.laue.formats.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

class LammpsDumpFormatTest {
  private static final String BOX = "ITEM: BOX BOUNDS pp pp pp\n0 4\n0 5\n1 7\n";

  private static String frame(int step, int count, String box, String columns, String... atoms) {
    return "ITEM: TIMESTEP\n"
        + step
        + "\nITEM: NUMBER OF ATOMS\n"
        + count
        + "\n"
        + box
        + "ITEM: ATOMS "
        + columns
        + "\n"
        + String.join("\n", atoms)
        + "\n";
  }

  private static final String NAMED =
      frame(7, 2, BOX, "id type element x y z vx", "2 2 O 1 2 3 9", "1 1 Fe 0 0 1 9");

  @Test
  void atomsComeInTheOrderOfTheirIdsWithElements() {
    Reading reading = Reading.of("dump.run", NAMED);
    assertThat(reading.crystal().atomicNumbers()).containsExactly(26, 8);
    assertThat(reading.crystal().lattice().lengths()).containsExactly(4, 5, 6);
    assertThat(reading.crystal().cartesian())
        .containsExactly(new double[] {0, 0, 1, 1, 2, 3}, within(1e-12));
    assertThat(reading.structures.get(0).properties()).containsEntry("timestep", "7");
    assertThat(reading.structures.get(0).warnings()).isEmpty();
  }

  @Test
  void typesWithoutElementsOnlyTellKindsApart() {
    ParsedStructure structure =
        Reading.of("a.dump", frame(0, 2, BOX, "id type x y z", "1 1 0 0 1", "2 2 1 2 3"))
            .structures
            .get(0);
    assertThat(structure.kind()).isEqualTo(ParsedStructure.Kind.UNNAMED_SPECIES);
    assertThat(structure.warning()).contains("types of atoms told apart");
    assertThat(structure.formula()).isEqualTo("AB");
  }

  @Test
  void massesNameElements() {
    ParsedStructure structure =
        Reading.of("a.dump", frame(0, 2, BOX, "id mass x y z", "1 63.55 0 0 1", "2 27 1 2 3"))
            .structures
            .get(0);
    assertThat(structure.atoms().atomicNumbers()).containsExactly(29, 13);
    assertThat(structure.warning()).contains("masses");
  }

  @Test
  void fractionsCountFromTheCornerOfTheBox() {
    String text = frame(0, 1, BOX, "element xs ys zs", "Cu 0.5 0.5 0.5");
    assertThat(Reading.of("a.dump", text).crystal().cartesian())
        .containsExactly(new double[] {2, 2.5, 4}, within(1e-12));
  }

  @Test
  void tiltedBoxesAreTakenFromTheirBounds() {
    String box = "ITEM: BOX BOUNDS xy xz yz pp pp pp\n-1 6 2\n0 9 -1\n0 5 3\n";
    Crystal crystal = Reading.of("a.dump", frame(0, 1, box, "element x y z", "Cu 0 0 0")).crystal();
    assertThat(crystal.lattice().rows())
        .containsExactly(new double[] {4, 0, 0, 2, 6, 0, -1, 3, 5}, within(1e-12));
  }

  @Test
  void generalBoxesCarryTheirVectors() {
    String box = "ITEM: BOX BOUNDS abc origin pp pp pp\n0 4 0 1\n5 0 0 2\n0 0 6 3\n";
    String text = frame(0, 1, box, "element xs ys zs", "Cu 0.5 0 0");
    Crystal crystal = Reading.of("a.dump", text).crystal();
    assertThat(crystal.lattice().rows()).containsExactly(0, 4, 0, 5, 0, 0, 0, 0, 6);
    assertThat(crystal.cartesian()).containsExactly(new double[] {1, 4, 3}, within(1e-12));
  }

  @Test
  void theUnitsOfTheFirstFrameHoldForAll() {
    String nano = "ITEM: UNITS\nnano\n" + NAMED + NAMED;
    Reading reading = Reading.of("a.dump", nano);
    assertThat(reading.structures).hasSize(2);
    for (ParsedStructure structure : reading.structures) {
      assertThat(((Crystal) structure.atoms()).lattice().lengths()).containsExactly(40, 50, 60);
    }
  }

  @Test
  void boxesThatDoNotRepeatAreClusters() {
    Atoms free =
        Reading.of("a.dump", NAMED.replace("pp pp pp", "ss fm ff")).structures.get(0).atoms();
    assertThat(free).isInstanceOf(Cluster.class);
    assertThat(free.periodicLattice()).isEmpty();
    ParsedStructure slab =
        Reading.of("a.dump", NAMED.replace("pp pp pp", "pp pp ff")).structures.get(0);
    assertThat(slab.kind()).isEqualTo(ParsedStructure.Kind.PARTLY_PERIODIC);
    assertThat(slab.properties()).containsEntry("pbc", "T T F").containsKey("Lattice");
    assertThat(slab.inItsCell().lattice().lengths()).containsExactly(4, 5, 6);
  }

  @Test
  void packedDumpsOfManyFramesAreRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(NAMED.repeat(50).getBytes(StandardCharsets.US_ASCII));
    }
    Reading reading = Reading.of("run.lammpstrj.gz", packed.toByteArray());
    assertThat(reading.structures).hasSize(50);
    assertThat(reading.structures.get(49).name()).isEqualTo("run-50");
  }

  @ParameterizedTest
  @CsvSource({
    "'Fe 0 0 1', 'Fe 0 x 1', 'Position must be a number, was ''x'' (line 11)'",
    "'id type element x y z', 'id type element q', 'must have the columns x y z'",
    "'\n2\n', '\n3\n', 'announces 3 atoms, but 2 follow'",
    "'\n2\n', '\n1\n', 'announces 1 atoms, but more follow'",
    "'1 1 Fe', 'a 1 Fe', 'Atom id must be an integer'",
    "'0 4', '0', 'lo hi'",
    "'NUMBER OF ATOMS\n2', 'NUMBER OF ATOMS\n0', '1 to 2000000 atoms'"
  })
  void aBrokenFrameIsRejectedAndTheNextIsRead(String good, String bad, String reason) {
    Reading reading = Reading.of("a.dump", NAMED.replace(good, bad) + NAMED);
    assertThat(reading.rejects).singleElement().extracting(Reject::position).isEqualTo(1);
    assertThat(reading.reason()).contains(reason);
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(2);
  }

  @Test
  void anUnknownElementWithoutATypeIsNoKindOfAtoms() {
    String text = frame(0, 2, BOX, "id element x y z", "1 X 0 0 1", "2 Cl 1 2 3");
    assertThat(Reading.of("a.dump", text).reason()).contains("Unknown element 'X'");
  }
}
