package org.laue.api.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a folder held and was not read.
 *
 * @param hidden files and folders whose names begin with a dot or an underscore
 * @param again files and folders that another path had led to already
 * @param special pipes, sockets and devices, and links that lead nowhere
 */
public record PassedOver(int hidden, int again, int special) {

  /** A line for people, empty where nothing was passed over. */
  public String describe() {
    List<String> parts = new ArrayList<>();
    add(parts, hidden, "hidden (the name begins with . or _; named alone, it is read)");
    add(parts, again, "met before under another name");
    add(parts, special, "no regular file");
    return parts.isEmpty() ? "" : "passed over in folders: " + String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }
}
