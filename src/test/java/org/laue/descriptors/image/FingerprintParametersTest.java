package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.UserException;

class FingerprintParametersTest {
  private final FingerprintParameters defaults = FingerprintParameters.defaults();

  @Test
  void defaultsAreThePapers() {
    assertThat(defaults.canonical())
        .isEqualTo(
            "pixels=64 innerRadiusPixels=5.0 outerRadiusPixels=30.0 targetAtoms=256"
                + " bondLength=mean-nearest cellSymprec=1.0E-5");
  }

  @Test
  void mapComesBack() {
    FingerprintParameters other =
        defaults
            .withRing(10, 30)
            .withTargetAtoms(100)
            .withBondLength(BondLength.FIRST_SHELL)
            .withCellSymprec(0.01);
    assertThat(FingerprintParameters.ofMap(other.toMap())).isEqualTo(other);
    assertThat(other.hash()).hasSize(16).isNotEqualTo(defaults.hash());
    assertThat(defaults.hash()).isEqualTo(FingerprintParameters.defaults().hash());
  }

  @Test
  void badMapsAreRefusedByName() {
    assertRefused("bondLength", "longest", "bondLength cannot be 'longest'");
    assertRefused("pixels", "many", "pixels is no number: many");
    assertRefused("colour", "red", "[colour]");
    Map<String, String> missing = new HashMap<>(defaults.toMap());
    missing.remove("cellSymprec");
    assertThatThrownBy(() -> FingerprintParameters.ofMap(missing))
        .hasMessageContaining("cellSymprec");
  }

  @Test
  void aModelThatNamesTheSignsOfTheAxesIsRead() {
    Map<String, String> older = new HashMap<>(defaults.toMap());
    older.put("signs", "last");
    assertThat(FingerprintParameters.ofMap(older)).isEqualTo(defaults);
  }

  @Test
  void badValuesAreRefused() {
    assertThatThrownBy(() -> defaults.withRing(30, 5)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> defaults.withRing(5, 5.1)).hasMessageContaining("keeps none");
    assertThatThrownBy(() -> defaults.withTargetAtoms(0)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> defaults.withCellSymprec(0)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> new Detector(63, 5, 30)).isInstanceOf(UserException.class);
  }

  private void assertRefused(String key, String value, String message) {
    Map<String, String> map = new HashMap<>(defaults.toMap());
    map.put(key, value);
    assertThatThrownBy(() -> FingerprintParameters.ofMap(map))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }
}
