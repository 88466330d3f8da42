package org.laue.symmetry.groups;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.laue.UserException;

/**
 * The settings that a symbol can mean, however it is spelt: Hermann-Mauguin symbols full or short,
 * with or without blanks, underscores, brackets or bars, in the older spelling (Fd3m, Cmca, P2/m
 * for any axis), and with a choice of origin or axes behind them ({@code :2}, {@code :H}, {@code
 * (origin choice 1)}, {@code S} and {@code Z} of the ICSD, {@code HR} and {@code RS} of the COD);
 * Hall symbols, also those that are not tabulated. Sources: International Tables A, tables 1.5.4.4
 * and 2.1.3.
 */
public final class SpaceGroupSymbols {
  /** What stands behind a symbol; the group is the choice. */
  private static final List<Pattern> CHOICES =
      List.of(
          Pattern.compile("(?i)\\s*:\\s*\\(?([-a-z0-9]+)\\)?$"),
          Pattern.compile(
              "(?i)[\\s,;]*[\\[(]?\\s*(?:origin|orig\\.?|setting|choice|cell|unique|axis|axes)"
                  + "[a-z.\\s:=]*?\\b([-a-z]*[0-9]?)\\s*[\\])]?$"),
          Pattern.compile("(?i)[\\s,;]*[\\[(]?\\s*(h|r)(?:ex|homb)[a-z. ]*[\\])]?$"),
          Pattern.compile("(?i)[\\s,;]*[\\[(](?:no\\.?|nr\\.?|#)?\\s*[0-9]{1,3}[\\])]()$"),
          Pattern.compile("(?i)\\s+(1|2)$"),
          Pattern.compile("(?i)\\s*(hr|rs|h|r|s|z)$"));

  private static final Pattern LEADING_NUMBER =
      Pattern.compile("(?i)^(?:no\\.?|nr\\.?|#)?\\s*[0-9]{1,3}\\s*[:,.;\\s]\\s*(?=[a-z])");

  private static final Pattern CENTRED_TRICLINIC = Pattern.compile("[abcif]-?1");

  /** Glide planes that the older symbols write for the e of groups 39 and 41, by setting. */
  private static final Map<String, String> OLD_POLAR =
      Map.of("", "b", "ba-c", "a", "cab", "c", "-cba", "b", "bca", "a", "a-cb", "c");

  /** The same for groups 64, 67 and 68. */
  private static final Map<String, String> OLD_HOLOHEDRAL =
      Map.of("", "a", "ba-c", "b", "cab", "b", "-cba", "c", "bca", "c", "a-cb", "a");

  private static final Map<String, Set<HallSetting>> BY_NAME = byName();

  private static final Map<String, HallSetting> BY_HALL =
      HallSettings.all().stream()
          .collect(Collectors.toMap(s -> hallKey(s.hallSymbol()), s -> s, (first, same) -> first));

  private SpaceGroupSymbols() {}

  /** Settings of a Hermann-Mauguin symbol, the standard one first; empty if it means none. */
  public static List<HallSetting> ofHermannMauguin(String symbol) {
    String text = withoutMarkup(symbol);
    List<HallSetting> named = named(text);
    for (int i = 0; named.isEmpty() && i < CHOICES.size(); i++) {
      Matcher matcher = CHOICES.get(i).matcher(text);
      if (matcher.find()) {
        named = chosen(named(text.substring(0, matcher.start())), key(matcher.group(1)));
      }
    }
    return named;
  }

  /** The setting of a Hall symbol, tabulated or not; empty if it is none. */
  public static List<HallSetting> ofHall(String symbol) {
    HallSetting tabulated = BY_HALL.get(hallKey(symbol));
    if (tabulated != null) {
      return List.of(tabulated);
    }
    try {
      String spaced = symbol.replace('_', ' ').strip();
      HallSymbol.parse(spaced).representatives();
      return List.of(new HallSetting(0, 0, "", spaced, spaced, spaced, "", ""));
    } catch (UserException notOne) {
      return List.of();
    }
  }

  private static List<HallSetting> named(String text) {
    String key = key(text);
    for (String form : List.of(key, key.replace("3-", "-3"))) {
      if (BY_NAME.containsKey(form)) {
        return List.copyOf(BY_NAME.get(form));
      }
      if (CENTRED_TRICLINIC.matcher(form).matches()) {
        return List.of(centredTriclinic(form));
      }
    }
    Matcher number = LEADING_NUMBER.matcher(text);
    return number.find() ? named(text.substring(number.end())) : List.of();
  }

  /** A centred cell of P 1 or P -1, which the table leaves out. */
  private static HallSetting centredTriclinic(String key) {
    String letter = key.substring(0, 1).toUpperCase(Locale.ROOT);
    boolean inverted = key.length() > 2;
    String hall = (inverted ? "-" : "") + letter + " 1";
    String name = letter + (inverted ? "-1" : "1");
    return new HallSetting(0, inverted ? 2 : 1, "", hall, name, name, "", inverted ? "-1" : "1");
  }

  /** Those of the wanted choice. Axes of R groups are left to the cell, which shows them. */
  private static List<HallSetting> chosen(List<HallSetting> settings, String wanted) {
    if (wanted.isEmpty() || settings.stream().allMatch(s -> isRhombohedral(s.choice()))) {
      return settings;
    }
    String choice = wanted.equals("s") ? "1" : wanted.equals("z") ? "2" : wanted;
    List<HallSetting> exact = settings.stream().filter(s -> s.choice().equals(choice)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    return settings.stream()
        .filter(
            s ->
                originOf(s.choice()).equals(choice)
                    || axesOf(s.choice()).equals(choice)
                    || s.choice().replaceAll("[-0-9]", "").equals(choice))
        .toList();
  }

  private static boolean isRhombohedral(String choice) {
    return choice.equals("H") || choice.equals("R");
  }

  /** {@code 2} of {@code 2cab}. */
  private static String originOf(String choice) {
    return choice.matches("[12].*") ? choice.substring(0, 1) : "";
  }

  /** {@code cab} of {@code 2cab}. */
  private static String axesOf(String choice) {
    return choice.replaceAll("^[12]", "");
  }

  private static String withoutMarkup(String symbol) {
    return Normalizer.normalize(symbol, Normalizer.Form.NFKD)
        .replaceAll("<[^>]*>", "")
        .replaceAll("([0-9])[\\u0304\\u0305]", "-$1")
        .replaceAll("\\\\(bar|overline)", "-")
        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
        .replaceAll("[$\\\\~*]", "")
        .strip();
  }

  private static String key(String symbol) {
    return symbol.replaceAll("[\\s_'\"(){}]", "").toLowerCase(Locale.ROOT);
  }

  private static String hallKey(String symbol) {
    return symbol.replaceAll("[\\s_]+", " ").strip().replace("''", "\"").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<HallSetting>> byName() {
    Map<String, Set<HallSetting>> names = new LinkedHashMap<>();
    for (HallSetting setting : HallSettings.all()) {
      for (String name : spellings(setting)) {
        names.computeIfAbsent(key(name), key -> new LinkedHashSet<>()).add(setting);
      }
    }
    return names;
  }

  private static List<String> spellings(HallSetting setting) {
    String full = setting.internationalFull();
    List<String> names = new ArrayList<>(List.of(full));
    int number = setting.number();
    if (number >= 3 && number <= 15) {
      names.add(full.replaceAll(" 1(?= |$)", ""));
      return names;
    }
    names.add(setting.internationalShort());
    for (String name : List.copyOf(names)) {
      if (name.contains("e")) {
        Map<String, String> letters = number < 64 ? OLD_POLAR : OLD_HOLOHEDRAL;
        names.add(name.replace("e", letters.get(axesOf(setting.choice()))));
      }
      if (number >= 200) {
        names.add(name.replace("-3", "3"));
      }
      if (number >= 156 && number <= 165 && name.endsWith("1")) {
        names.add(name.substring(0, name.length() - 1));
      }
    }
    return names;
  }
}
