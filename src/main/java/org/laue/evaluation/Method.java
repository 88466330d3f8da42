package org.laue.evaluation;

import java.util.Locale;

/** Who gave the answer. */
public enum Method {
  CONVNET("ConvNet"),
  /** The network on variants whose origin nobody told: what `laue classify` answers. */
  CONVNET_PRODUCT("ConvNet, product's road"),
  /** The group of the parent lattice, or of the crystal's own cell where that explains more. */
  PARENT("Parent lattice"),
  BASELINE_TIGHT("Spglib-style, tight"),
  BASELINE_MEDIUM("Spglib-style, medium"),
  BASELINE_LOOSE("Spglib-style, loose"),
  /** The three settings again, with the rule of Spglib 1.9.9, which the paper used. */
  BASELINE_TIGHT_1_9_9("Spglib 1.9.9 rule, tight"),
  BASELINE_MEDIUM_1_9_9("Spglib 1.9.9 rule, medium"),
  BASELINE_LOOSE_1_9_9("Spglib 1.9.9 rule, loose");

  private final String title;

  Method(String title) {
    this.title = title;
  }

  /** For headings. */
  public String title() {
    return title;
  }

  /**
   * As in {@code table1.csv}, for instance {@code baseline-tight} or {@code baseline-tight-1.9.9}.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace("_1_9_9", "-1.9.9").replace('_', '-');
  }

  /** The same tolerance setting in the paper's own table: the 1.9.9 rule is what the paper ran. */
  public Method setting() {
    return switch (this) {
      case BASELINE_TIGHT_1_9_9 -> BASELINE_TIGHT;
      case BASELINE_MEDIUM_1_9_9 -> BASELINE_MEDIUM;
      case BASELINE_LOOSE_1_9_9 -> BASELINE_LOOSE;
      default -> this;
    };
  }

  /** Whether it is the rival, a symmetry finder with a tolerance. */
  public boolean isBaseline() {
    return name().startsWith("BASELINE");
  }

  /**
   * Who answered a row of the baselines.
   *
   * @param setting tight, medium, loose or parent
   * @param compat V2 or V1_9_9
   */
  public static Method ofSetting(String setting, String compat) {
    if (setting.equals(PARENT.key())) {
      return PARENT;
    }
    String suffix = compat.equals("V1_9_9") ? "_1_9_9" : "";
    return valueOf("BASELINE_" + setting.toUpperCase(Locale.ROOT) + suffix);
  }
}
