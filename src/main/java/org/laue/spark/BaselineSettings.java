package org.laue.spark;

import java.util.List;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.laue.study.BaselineLevel;
import org.laue.symmetry.operations.SpglibCompat;

/**
 * What {@link BaselineStep} asks and where it writes.
 *
 * @param levels settings to ask at
 * @param compats releases of Spglib whose rule is followed
 * @param parentShare share of the structures, chosen by their ids, whose variants the parent finder
 *     is asked about too
 * @param classes whose space groups count as right
 * @param output directory of the study; the table goes to {@code <output>/baselines}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record BaselineSettings(
    VariantSettings variants,
    List<BaselineLevel> levels,
    List<SpglibCompat> compats,
    double parentShare,
    ClassScheme classes,
    String output,
    int partitions) {

  public BaselineSettings {
    levels = List.copyOf(levels);
    compats = List.copyOf(compats);
    if (levels.isEmpty() || compats.isEmpty()) {
      throw new UserException("The baseline needs at least one setting and one rule");
    }
  }

  /** All three settings with the rule of Spglib 2, and the parent lattice. */
  public static BaselineSettings of(VariantSettings variants, String output) {
    return new BaselineSettings(
        variants,
        List.of(BaselineLevel.values()),
        List.of(SpglibCompat.V2),
        1,
        ClassScheme.paper(),
        output,
        0);
  }

  public BaselineSettings withPartitions(int count) {
    return new BaselineSettings(variants, levels, compats, parentShare, classes, output, count);
  }
}
