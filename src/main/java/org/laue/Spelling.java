package org.laue;

import java.util.Locale;

/** How choices are written in settings, manifests, rows and on the command line. */
public final class Spelling {
  private Spelling() {}

  /** {@code MEAN_NEAREST} as {@code mean-nearest}. */
  public static String of(Enum<?> value) {
    return of(value.name());
  }

  /** The same of what somebody wrote, in capitals or not. */
  public static String of(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
