package org.laue.api.rows;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.HallSymbol;
import org.laue.symmetry.groups.SpaceGroupSymbols;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** Operations for CIFs that only name their space group, from the table of Hall settings. */
public final class NamedSpaceGroups implements SpaceGroupOperations {
  /** Settings of the table whose operations have been asked for. */
  private static final Map<HallSetting, Setting> TABULATED = new ConcurrentHashMap<>();

  /** Axis b with the first choice of cell; either axes or either origin. */
  private static final Pattern STANDARD_CHOICE = Pattern.compile("|b|b1|H|R|1|2");

  @Override
  public List<Setting> ofHall(String symbol) {
    return settings(SpaceGroupSymbols.ofHall(symbol));
  }

  @Override
  public List<Setting> ofHermannMauguin(String symbol) {
    return settings(SpaceGroupSymbols.ofHermannMauguin(symbol));
  }

  @Override
  public List<Setting> ofNumber(int number) {
    return settings(
        HallSettings.all().stream()
            .filter(setting -> setting.number() == number)
            .filter(setting -> STANDARD_CHOICE.matcher(setting.choice()).matches())
            .toList());
  }

  @Override
  public OptionalInt numberOf(Crystal crystal, double symprec) {
    return SymmetryFinder.spaceGroupNumber(crystal, new Tolerance(symprec, -1), SpglibCompat.V2);
  }

  private static List<Setting> settings(List<HallSetting> settings) {
    return settings.stream()
        .map(s -> s.hallNumber() == 0 ? setting(s) : TABULATED.computeIfAbsent(s, k -> setting(k)))
        .toList();
  }

  private static Setting setting(HallSetting setting) {
    String choice = setting.choice().isEmpty() ? "" : ":" + setting.choice();
    return new Setting(
        setting.number(),
        setting.internationalShort() + choice,
        setting.choice(),
        HallSymbol.parse(setting.hallSymbol()).operations());
  }
}
