package org.laue.formats.io;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the name of a source tells. */
public final class FileNames {
  private static final Pattern COMPRESSED = Pattern.compile("(?i)\\.(gz|bz2|xz|zst|z)$");

  private FileNames() {}

  /** The last part of a path, archive entry or URI, without {@code .gz} and its like. */
  public static String plain(String source) {
    int cut = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
    String name = source.substring(Math.max(cut, source.lastIndexOf('!')) + 1);
    return COMPRESSED.matcher(name).replaceFirst("");
  }

  /**
   * {@link #plain} without its ending: {@code fe.0.25.xyz} gives {@code fe.0.25}, {@code
   * mp_1.optimade.jsonl.gz} gives {@code mp_1}.
   */
  public static String stem(String source) {
    String stem = withoutEnding(plain(source));
    boolean twoParts = endsWith(stem, ".optimade") || endsWith(stem, ".geometry");
    return twoParts ? withoutEnding(stem) : stem;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }

  public static boolean endsWith(String fileName, String ending) {
    return lower(fileName).endsWith(ending);
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
