package org.laue.symmetry.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.laue.UserException;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.lattice.CrystalSystem;

class HallSettingsTest {

  @Test
  void thereAre530SettingsOf230SpaceGroups() {
    assertThat(HallSettings.all()).hasSize(530);
    assertThat(HallSettings.all().stream().map(HallSetting::number).distinct()).hasSize(230);
    assertThat(HallSettings.all().stream().map(HallSetting::pointGroup).distinct()).hasSize(32);
    assertThat(IntStream.rangeClosed(1, 530).mapToObj(HallSettings::of))
        .isEqualTo(HallSettings.all());
  }

  @Test
  void standardSettingsAreTheFirstOnes() {
    assertThat(HallSettings.standardOf(15).hallSymbol()).isEqualTo("-C 2yc");
    assertThat(HallSettings.standardOf(166).choice()).isEqualTo("H");
    assertThat(HallSettings.standardOf(227).choice()).isEqualTo("1");
    assertThat(HallSettings.standardOf(225))
        .returns("Fm-3m", HallSetting::internationalShort)
        .returns("Oh^5", HallSetting::schoenflies)
        .returns("m-3m", HallSetting::pointGroup)
        .returns(CrystalSystem.CUBIC, HallSetting::crystalSystem);
  }

  @Test
  void operationsOfEverySettingAreSpglibs() throws IOException {
    List<String> found = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      List<SymmetryOperation> operations = HallSymbol.parse(setting.hallSymbol()).operations();
      found.add(setting.hallNumber() + "\t" + operations.size() + "\t" + checksum(operations));
    }
    assertThat(found).isEqualTo(expected());
  }

  @Test
  void operationsOfEverySettingFormAGroup() {
    for (HallSetting setting : HallSettings.all()) {
      List<SymmetryOperation> operations = HallSymbol.parse(setting.hallSymbol()).operations();
      Set<SymmetryOperation> group = new HashSet<>(operations);
      assertThat(group).hasSameSizeAs(operations);
      for (SymmetryOperation generator : HallSymbol.parse(setting.hallSymbol()).generators()) {
        assertThat(group)
            .containsAll(operations.stream().map(o -> generator.after(o).inParts(12)).toList());
      }
    }
  }

  @Test
  void originShiftMovesTheScrewAxes() {
    HallSymbol shifted = HallSymbol.parse("P 31 2c (0 0 1)");
    assertThat(shifted.operations()).hasSize(6);
    assertThat(shifted.generators().get(1).parts(12)).containsExactly(0, 0, 8);
  }

  @Test
  void wordsThatAreNoHallSymbolAreRefused() {
    for (String wrong : List.of("", "X 2", "P 5", "P 2q", "P 2 (0 0)", "P 2 (0 0 z)", "P x")) {
      assertThatThrownBy(() -> HallSymbol.parse(wrong)).as(wrong).isInstanceOf(UserException.class);
    }
    assertThatThrownBy(() -> HallSettings.of(531))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("531");
    assertThatThrownBy(() -> HallSettings.standardOf(0)).isInstanceOf(UserException.class);
  }

  private static long checksum(List<SymmetryOperation> operations) {
    String text =
        operations.stream().map(HallSettingsTest::line).sorted().collect(Collectors.joining("\n"));
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String line(SymmetryOperation operation) {
    return IntStream.concat(IntStream.of(operation.rotation()), IntStream.of(operation.parts(12)))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  private static List<String> expected() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HallSettingsTest.class.getResourceAsStream("hall-operations.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
