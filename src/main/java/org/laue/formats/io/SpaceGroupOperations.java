package org.laue.formats.io;

import java.util.List;

/** Knows the operations of a space group that a CIF names without listing them. */
@FunctionalInterface
public interface SpaceGroupOperations {
  /** Knows none; such files are rejected with what to do. */
  SpaceGroupOperations NONE = (hall, hermannMauguin, number) -> List.of();

  /**
   * The settings that the names can mean, each as the {@code x,y,z} triplets of all its operations.
   * The reader takes the only one that fits the cell; two origin choices both do, and then the file
   * has to say more.
   *
   * @param hall Hall symbol, or null
   * @param hermannMauguin Hermann-Mauguin symbol, or null
   * @param number space-group number, or 0
   */
  List<List<String>> of(String hall, String hermannMauguin, int number);
}
