package org.laue.prototypes;

/** How far the set reaches beyond the structures that everyone knows. */
public enum Tier {
  /** Structures in which elements are found, or which every textbook names. */
  CORE,
  /** Further Wyckoff occupations of the same space groups, besides the core. */
  MORE
}
