package org.laue.study;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.laue.UserException;

/**
 * Studies that differ in one setting or a few and stand in one table. A study file lists them under
 * {@code study.sweep}, each as {@code NAME}, the file's own settings, or {@code NAME: SETTINGS}
 * with settings in HOCON that win over all others; or it lists settings with their values under
 * {@code study.grid}, each as {@code NAME: KEY = [VALUES]}, and every combination is a study.
 *
 * @param entries in the order of the list, of a grid with the last setting changing first; the
 *     others are compared with the first
 */
public record Sweep(List<Entry> entries) {
  private static final String STUDY = "study";

  /**
   * One study.
   *
   * @param settings in HOCON, or empty
   * @param values what sets it apart, by what it is called, in the order of the list
   */
  public record Entry(String name, String settings, Map<String, String> values) {

    Entry(String name, String settings) {
      this(name, settings, Map.of(STUDY, name));
    }

    /** The name as a directory: small letters, digits and hyphens. */
    public String directory() {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The same with one setting more. */
    private Entry with(Axis axis, ConfigValue value) {
      String said =
          value.valueType() == ConfigValueType.STRING
              ? value.unwrapped().toString()
              : value.render(ConfigRenderOptions.concise());
      Map<String, String> all = new LinkedHashMap<>(values);
      all.put(axis.name(), said);
      String setting = axis.key() + " = " + value.render(ConfigRenderOptions.concise());
      return new Entry(
          (name + " " + axis.name() + " " + said).strip(),
          settings.isEmpty() ? setting : settings + ", " + setting,
          all);
    }
  }

  /** One setting of a grid. */
  private record Axis(String name, String key, List<ConfigValue> values) {

    static Axis parse(String text) {
      int colon = text.indexOf(':');
      try {
        Config config = ConfigFactory.parseString(text.substring(colon + 1));
        var only = config.entrySet().iterator().next();
        if (colon > 0
            && config.entrySet().size() == 1
            && only.getValue() instanceof ConfigList values
            && !values.isEmpty()) {
          return new Axis(text.substring(0, colon).strip(), only.getKey(), List.copyOf(values));
        }
      } catch (ConfigException | NoSuchElementException e) {
        throw refused(text, e);
      }
      throw refused(text, null);
    }

    private static UserException refused(String text, Exception cause) {
      return new UserException(
          "study.grid lists \"NAME: KEY = [VALUES]\", for instance \"atoms:"
              + " fingerprint.target-atoms = [128, 256]\"; one was '%s'".formatted(text),
          cause);
    }
  }

  public Sweep {
    entries = List.copyOf(entries);
    if (entries.stream().map(Entry::directory).distinct().count() < entries.size()) {
      throw new UserException(
          "study.sweep or study.grid names a study twice: "
              + entries.stream().map(Entry::name).collect(Collectors.joining(", ")));
    }
  }

  /** One study of the name alone where nothing is listed. */
  static Sweep of(StudyConfig.Study study) {
    if (!study.grid().isEmpty()) {
      return grid(study);
    }
    return new Sweep(
        study.sweep().isEmpty()
            ? List.of(new Entry(study.name(), ""))
            : study.sweep().stream().map(Sweep::entry).toList());
  }

  private static Sweep grid(StudyConfig.Study study) {
    if (!study.sweep().isEmpty()) {
      throw new UserException("A study has study.sweep or study.grid, not both");
    }
    List<Entry> entries = List.of(new Entry("", "", Map.of()));
    for (String text : study.grid()) {
      Axis axis = Axis.parse(text);
      List<Entry> longer = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.values().containsKey(axis.name())) {
          throw new UserException("study.grid names '%s' twice".formatted(axis.name()));
        }
        axis.values().forEach(value -> longer.add(entry.with(axis, value)));
      }
      entries = longer;
    }
    return new Sweep(entries);
  }

  private static Entry entry(String text) {
    int colon = text.indexOf(':');
    Entry entry =
        colon < 0
            ? new Entry(text.strip(), "")
            : new Entry(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    if (entry.name().isEmpty()) {
      throw new UserException(
          "study.sweep lists \"NAME: KEY = VALUE\", one was '%s'".formatted(text));
    }
    return entry;
  }
}
