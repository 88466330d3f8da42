package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

/** The public collections that lie beside the project, read whole. */
class SharedDataTest {
  @ParameterizedTest
  @CsvSource({
    "mp_elemental/mp_elemental.optimade.jsonl.gz, 831, 831, 0",
    "acwf_unaries/acwf_unaries.extxyz.gz, 384, 384, 384",
    "dft_thermal/mlearn_fcc_bcc_diamond.extxyz.gz, 1690, 0, 1690",
    "symmetry_229/jarvis_spg229.optimade.jsonl.gz, 229, 229, 0",
    "mp_elastic/mp_elastic.optimade.jsonl.gz, 2942, 2942, 0",
    "md_snapshots/pyscal_tests_conf_fcc_Al_dump.extxyz.gz, 1, 0, 0"
  })
  void everyStructureIsReadWithItsLabel(String file, int count, int spaceGroups, int parents) {
    Reading reading = Reading.of(shared(file));
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures)
        .hasSize(count)
        .allMatch(structure -> structure.atoms() instanceof Crystal);
    assertThat(reading.structures.stream().filter(s -> FileLabels.spaceGroup(s).isPresent()))
        .hasSize(spaceGroups);
    assertThat(reading.structures.stream().filter(s -> FileLabels.parentLattice(s).isPresent()))
        .hasSize(parents);
  }

  @ParameterizedTest
  @CsvSource({
    "aet_fept/FePt_AET2019_nucleation_9min.extxyz.gz, 4835",
    "polycrystal/Fe_four_grains_voronoi.extxyz.gz, 9087",
    "md_snapshots/ptm_FeCu_88737_unlabelled.extxyz.gz, 88737"
  })
  void finiteParticlesAreClusters(String file, int atoms) {
    Reading reading = Reading.of(shared(file));
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures)
        .singleElement()
        .satisfies(s -> assertThat(s.atoms()).isInstanceOf(Cluster.class))
        .satisfies(s -> assertThat(s.atoms().atomCount()).isEqualTo(atoms));
  }

  private static Path shared(String file) {
    Path path = Path.of("../shared/data").resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "The collection " + path + " is not here");
    return path;
  }
}
