package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.api.UntrainedModels;

/** What is no input for a study or a model of properties gets its sentence. */
class BadInputIT {
  @TempDir private static Path directory;

  @BeforeAll
  static void files() throws IOException {
    for (int i = 0; i < 6; i++) {
      cubic("cubic/c" + i, 2.5 + 0.1 * i);
    }
    cubic("bad/isolated", 9);
    Files.writeString(
        directory.resolve("bad/partial.cif"),
        """
        data_partial
        _cell_length_a 3.9
        _cell_length_b 3.9
        _cell_length_c 3.9
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        _atom_site_occupancy
        Cu1 0 0 0 0.5
        Au1 0 0 0 0.5
        """);
    Files.writeString(directory.resolve("bad/thousand.vasp"), thousand());
    UntrainedModels.classes("crystal-system", 1).save(directory.resolve("system"));
    UntrainedModels.number("gap_ev", "eV", 1).save(directory.resolve("gap"));
  }

  private static void cubic(String name, double a) throws IOException {
    Path file = directory.resolve(name + ".vasp");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        String.format(
            Locale.ROOT, "c%n1%n%1$f 0 0%n0 %1$f 0%n0 0 %1$f%nMg%n1%nDirect%n0 0 0%n", a));
  }

  /** Ten by ten by ten atoms, each off its place. */
  private static String thousand() {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder("big\n1\n28 0 0\n0 28 0\n0 0 28\nMg\n1000\nCartesian\n");
    for (int i = 0; i < 1000; i++) {
      for (int digit : new int[] {i / 100, i / 10 % 10, i % 10}) {
        text.append(
            String.format(Locale.ROOT, "%.4f ", 2.8 * digit + random.nextDouble(-0.2, 0.2)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static LaueCall study(String conf, String folder, String... settings) {
    String[] call = new String[5 + 2 * settings.length];
    call[0] = "study";
    call[1] = "conf/" + conf;
    call[2] = directory.resolve(folder).toString();
    call[3] = "--output";
    call[4] = directory.resolve("out-" + folder + "-" + conf).toString();
    for (int i = 0; i < settings.length; i++) {
      call[5 + 2 * i] = "--set";
      call[6 + 2 * i] = settings[i];
    }
    return LaueCall.of(call);
  }

  private static JsonNode properties(String file) throws IOException {
    LaueCall call =
        LaueCall.of(
            "properties",
            "--json",
            "--model",
            directory.resolve("system").toString(),
            "--model",
            directory.resolve("gap").toString(),
            directory.resolve("bad").resolve(file).toString());
    String row = call.said().lines().filter(l -> l.startsWith("{")).findFirst().orElseThrow();
    return new ObjectMapper().readTree(row);
  }

  @Test
  void aStudyOfGapsWithoutGapsSaysSo() {
    LaueCall call = study("deepknet-metal.conf", "cubic");
    assertThat(call.exit()).as(call.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said())
        .contains("has a class of 'metal' by its property _mp_band_gap", "nothing to learn");
  }

  @Test
  void aStudyOfNumbersWithoutNumbersSaysSo() {
    LaueCall call = study("sen-gap.conf", "cubic", "train.sides = \"\"");
    assertThat(call.exit()).as(call.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("has a number gap_ev", "ingest.labels");
  }

  @Test
  void aStudyOfOneClassSaysSo() {
    LaueCall call = study("deepknet-system.conf", "cubic");
    assertThat(call.exit()).as(call.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("are of class 'cubic'", "two classes or more");
  }

  @Test
  void partialOccupancyCostsItsOwnRowAndSaysWhy() throws IOException {
    assertThat(properties("partial.cif").get("error").asText()).contains("Partial occupancy 0.5");
    LaueCall call = study("deepknet-metal.conf", "bad");
    assertThat(call.said()).contains("3 in, 2 out, 1 rejected");
  }

  @Test
  void anIsolatedAtomHasNoGraph() throws IOException {
    JsonNode isolated = properties("isolated.vasp");
    assertThat(isolated.get("gap_ev (eV)").isNull()).isTrue();
    assertThat(isolated.get("warning").asText()).contains("gap_ev: no answer, ");
  }

  @Test
  void aCellOfAThousandAtomsIsAnswered() throws IOException {
    JsonNode thousand = properties("thousand.vasp");
    assertThat(thousand.get("atoms").asInt()).isEqualTo(1000);
    assertThat(thousand.get("crystal_system").isTextual()).as("" + thousand).isTrue();
    assertThat(thousand.get("gap_ev (eV)").isNumber()).as("" + thousand).isTrue();
  }
}
