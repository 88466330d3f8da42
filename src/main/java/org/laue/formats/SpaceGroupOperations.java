package org.laue.formats;

import java.util.List;

/** Knows the operations of a space group that a CIF names without listing them. */
@FunctionalInterface
public interface SpaceGroupOperations {
  /** Knows none; such files are rejected with what to do. */
  SpaceGroupOperations NONE = (hall, hermannMauguin, number) -> List.of();

  /**
   * All operations as {@code x,y,z} triplets, or an empty list where the names leave the setting
   * open.
   *
   * @param hall Hall symbol, or null
   * @param hermannMauguin Hermann-Mauguin symbol, or null
   * @param number space-group number, or 0
   */
  List<String> of(String hall, String hermannMauguin, int number);
}
