package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class BenchAreasTest {

  @Test
  void areasAreSpelledInCapitalsOrNot() {
    assertThat(Laue.commandLine().parseArgs("bench", "parent", "SYMMETRY").hasSubcommand())
        .isTrue();
    assertThatThrownBy(() -> Laue.commandLine().parseArgs("bench", "sideways"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("sideways");
  }
}
