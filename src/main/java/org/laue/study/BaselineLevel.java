package org.laue.study;

import java.util.Locale;
import org.laue.symmetry.operations.Tolerance;

/** The three settings of Ziletti et al. 2018, Supplementary Note 1. */
public enum BaselineLevel {
  TIGHT(Tolerance.TIGHT),
  MEDIUM(Tolerance.MEDIUM),
  LOOSE(Tolerance.LOOSE);

  private final Tolerance tolerance;

  BaselineLevel(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  public Tolerance tolerance() {
    return tolerance;
  }

  /** The word in tables and configuration: {@code tight}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
