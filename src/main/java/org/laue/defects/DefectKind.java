package org.laue.defects;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done to a crystal, in the words of configuration files and tables. */
public enum DefectKind {
  PRISTINE("pristine"),
  /** Normal displacements, sigma in angstrom. */
  DISPLACEMENT("displacement"),
  /** Normal displacements, sigma as a fraction of the nearest-neighbour distance. */
  SCALED_DISPLACEMENT("scaled-displacement"),
  VACANCY("vacancy"),
  SUBSTITUTION("substitution"),
  /** Body centres of bcc removed, on the way to simple cubic. */
  BCC_TO_SC("bcc-to-sc"),
  /** The orientation is off by an angle, degrees; no atom is moved in the crystal. */
  ROTATION("rotation"),
  /** Two or more of the others, one after the other. */
  COMBINATION("combination");

  private final String label;

  DefectKind(String label) {
    this.label = label;
  }

  /** The word in configuration files and in the column {@code defect_kind}. */
  public String label() {
    return label;
  }

  /** Whether its level says all of it, so that a condition needs no more words. */
  public boolean isToldByLevel() {
    return switch (this) {
      case PRISTINE, DISPLACEMENT, VACANCY, ROTATION -> true;
      case SCALED_DISPLACEMENT, SUBSTITUTION, BCC_TO_SC, COMBINATION -> false;
    };
  }

  public static Optional<DefectKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
  }

  /** The words that a specification may use. */
  static String labels() {
    return Arrays.stream(values())
        .filter(kind -> kind != COMBINATION)
        .map(DefectKind::label)
        .collect(Collectors.joining(", "));
  }
}
