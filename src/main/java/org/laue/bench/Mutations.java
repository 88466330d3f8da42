package org.laue.bench;

import org.laue.StableRandom;

/**
 * Damages text as accidents do: cuts it off, or replaces, removes, doubles or moves a part of it,
 * with words that upset readers. The same seed gives the same damage.
 */
public final class Mutations {
  private static final String[] WORDS = {
    "nan",
    "-1",
    "0",
    "1e308",
    "'",
    "\"",
    ";",
    "loop_",
    "data_",
    "_x",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\n",
    "null",
    "999999999",
    "-",
    "inf",
    "\0",
    "=",
    "T",
    "2(",
    "#",
    "\r",
    "1e-300",
    "\u00e9",
    "?",
    "1/3",
    "Nb,Zr",
    "P 1",
    "x,y,z",
    "Direct configuration= 2",
    "\u2212",
    "\u00a0",
    "ITEM: TIMESTEP"
  };

  private static final int LONGEST_PART = 12;

  private Mutations() {}

  /** One to three kinds of damage. */
  public static String damaged(String text, StableRandom random) {
    String result = text;
    for (int times = random.nextInt(3); times >= 0 && !result.isEmpty(); times--) {
      result = once(result, random);
    }
    return result;
  }

  private static String once(String text, StableRandom random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(LONGEST_PART));
    String word = WORDS[random.nextInt(WORDS.length)];
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(0, from) + word + text.substring(to);
      case 2 -> text.substring(0, from) + " " + word + " " + text.substring(from);
      case 3 -> text.substring(0, from) + text.substring(to);
      case 4 -> withoutLine(text, from);
      case 5 -> text.substring(0, from) + (char) ('!' + random.nextInt(94)) + text.substring(to);
      default -> text.substring(0, to) + text.substring(from);
    };
  }

  private static String withoutLine(String text, int at) {
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return end < 0 ? text.substring(0, begin) : text.substring(0, begin) + text.substring(end + 1);
  }
}
