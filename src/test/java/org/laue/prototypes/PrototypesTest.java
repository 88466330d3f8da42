package org.laue.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrototypesTest {

  private static <K> Map<K, Long> counts(
      List<PrototypePlan> plans, Function<PrototypePlan, K> key) {
    return plans.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }

  @Test
  void thePapersSetHasThePapersClasses() {
    List<PrototypePlan> plans = Prototypes.plan(PrototypeSettings.paper(10_517, 1));
    Map<String, Long> classes = counts(plans, PrototypePlan::label);
    assertThat(plans).hasSize(10_517);
    assertThat(classes).containsEntry("bcc", 2601L).containsEntry("sc", 4L);
    assertThat(counts(plans, PrototypePlan::atomicNumber)).hasSizeGreaterThanOrEqualTo(83);
    assertThat(counts(plans, p -> p.prototype().equals("fcc")).get(true)).isGreaterThan(1500);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 2340})
  void theBalancedSetHasEqualClassesAllGroupsAndManyElements(int size) {
    List<PrototypePlan> plans = Prototypes.plan(PrototypeSettings.balanced(size, 1));
    Map<String, Long> classes = counts(plans, PrototypePlan::label);
    assertThat(plans).hasSize(size);
    assertThat(Collections.max(classes.values()) - Collections.min(classes.values()))
        .isLessThanOrEqualTo(1);
    assertThat(counts(plans, PrototypePlan::spaceGroup)).hasSize(8);
    assertThat(counts(plans, PrototypePlan::atomicNumber)).hasSizeGreaterThanOrEqualTo(83);
  }

  @Test
  void equalImagesAreFewUnlessAskedFor() {
    PrototypeSettings settings = PrototypeSettings.balanced(7_000, 3);
    assertThat(mostCopiesOfOneFcc(settings)).isEqualTo(2);
    assertThat(mostCopiesOfOneFcc(settings.withMaxCopies(1))).isEqualTo(1);
    assertThat(mostCopiesOfOneFcc(settings.withTier(Tier.CORE))).isGreaterThan(2);
  }

  private static long mostCopiesOfOneFcc(PrototypeSettings settings) {
    List<PrototypePlan> fcc =
        Prototypes.plan(settings).stream().filter(p -> p.prototype().equals("fcc")).toList();
    return Collections.max(counts(fcc, PrototypePlan::atomicNumber).values());
  }

  @Test
  void plansAndCrystalsAreFunctionsOfTheSeed() {
    PrototypeSettings settings = PrototypeSettings.balanced(140, 5);
    List<PrototypePlan> plans = Prototypes.plan(settings);
    assertThat(Prototypes.plan(settings)).isEqualTo(plans);
    assertThat(plans).allSatisfy(p -> assertThat(p.build()).isEqualTo(p.build()));
    assertThat(Prototypes.plan(PrototypeSettings.balanced(140, 6))).isNotEqualTo(plans);
  }

  @Test
  void noTwoCrystalsAreTheSame() {
    List<PrototypePlan> plans = Prototypes.plan(PrototypeSettings.balanced(700, 2));
    assertThat(plans.stream().map(p -> p.build().crystal()).distinct()).hasSize(700);
  }

  @Test
  void plansSurviveSerialisation() throws IOException, ClassNotFoundException {
    PrototypePlan plan = Prototypes.plan(PrototypeSettings.balanced(7, 1)).get(3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(plan);
    }
  }

  @Test
  void theCoreAloneHoldsNoOtherPrototype() {
    PrototypeSettings core = PrototypeSettings.balanced(350, 1).withTier(Tier.CORE);
    assertThat(Prototypes.plan(core))
        .hasSize(350)
        .allMatch(p -> PrototypeTable.find(p.prototype()).orElseThrow().tier() == Tier.CORE);
  }

  @Test
  void regionsNameParameterBinsOrGroupsOfElements() {
    List<PrototypePlan> plans = Prototypes.plan(PrototypeSettings.balanced(2340, 1));
    Map<String, List<PrototypePlan>> regions =
        plans.stream().collect(Collectors.groupingBy(PrototypePlan::region));
    assertThat(regions).containsKeys("hcp/0", "hcp/7", "fcc/Z19-30", "alpha-As/8");
    assertThat(regions).doesNotContainKeys("hcp/8", "fcc/0");
    assertThat(regions.get("fcc/Z19-30")).allMatch(p -> p.atomicNumber() >= 19);
  }
}
