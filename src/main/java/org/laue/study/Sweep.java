package org.laue.study;

import java.util.List;
import java.util.Locale;
import org.laue.UserException;

/**
 * Studies that differ in one setting or a few and stand in one table. A study file lists them under
 * {@code study.sweep}, each as {@code NAME}, the file's own settings, or {@code NAME: SETTINGS}
 * with settings in HOCON that win over all others.
 *
 * @param entries in the order of the list; the others are compared with the first
 */
public record Sweep(List<Entry> entries) {

  /**
   * One study.
   *
   * @param settings in HOCON, or empty
   */
  public record Entry(String name, String settings) {

    /** The name as a directory: small letters, digits and hyphens. */
    public String directory() {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  public Sweep {
    entries = List.copyOf(entries);
    if (entries.stream().map(Entry::directory).distinct().count() < entries.size()) {
      throw new UserException("study.sweep names a study twice: " + entries);
    }
  }

  /** One study of the name alone where nothing is listed. */
  static Sweep of(StudyConfig.Study study) {
    return new Sweep(
        study.sweep().isEmpty()
            ? List.of(new Entry(study.name(), ""))
            : study.sweep().stream().map(Sweep::entry).toList());
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
