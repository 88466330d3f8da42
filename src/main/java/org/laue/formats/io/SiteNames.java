package org.laue.formats.io;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.structure.Element;

/** Names that programs give to kinds of atoms, and the element each stands for. */
public final class SiteNames {
  /** An element with a number, a charge, or the name of a potential or site behind it. */
  private static final Pattern ELEMENT =
      Pattern.compile("([A-Za-z]{1,2})(\\d*[+-]?|[+-]\\d*|\\d*\\.\\d*[+-]?|\\d*[_/:-]\\S*)");

  private SiteNames() {}

  /** Symbol of the one element that a name such as {@code Fe1} or {@code Fe_pv} stands for. */
  public static Optional<String> element(String name) {
    Matcher matcher = ELEMENT.matcher(name.strip());
    return matcher.matches()
        ? Element.find(matcher.group(1)).map(Element::symbol)
        : Optional.empty();
  }
}
