package org.laue.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.structure.Crystal;

class CommonNeighboursTest {
  private static final double IDEAL = Math.sqrt(8 / 3.0);

  private static double share(LocalClass[] classes, LocalClass kind) {
    return Arrays.stream(classes).filter(c -> c == kind).count() / (double) classes.length;
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalClass.class,
      names = {"FCC", "HCP", "BCC", "DIAMOND", "HEX_DIAMOND"})
  void perfectCrystalsAreToldByTheAdaptiveCutoff(LocalClass kind) {
    CommonNeighbours peer = new CommonNeighbours(Samples.block(kind, 2.6, IDEAL, 500), 1);
    assertThat(share(peer.adaptive(), kind)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalClass.class,
      names = {"FCC", "HCP", "BCC"})
  void coldCrystalsAreToldByTheFixedCutoff(LocalClass kind) {
    Crystal cold = Samples.shaken(Samples.block(kind, 2.6, IDEAL, 1000), 0.05, 3);
    CommonNeighbours peer = new CommonNeighbours(cold, 1);
    assertThat(share(peer.fixed(kind), kind)).isGreaterThan(0.99);
  }

  /** Why there is another way. */
  @Test
  void missingAtomsBreakItAndAVoteOfNeighboursDoesNotMendIt() {
    Crystal hot = Samples.shaken(Samples.block(LocalClass.FCC, 2.6, IDEAL, 1000), 0.2, 4);
    CommonNeighbours peer = new CommonNeighbours(Samples.thinned(hot, 0.2, 5), 1);
    LocalClass[] told = peer.adaptive();
    assertThat(share(told, LocalClass.FCC)).isLessThan(0.2);
    assertThat(share(peer.majority(told), LocalClass.FCC)).isLessThan(0.2);
  }
}
