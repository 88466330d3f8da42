package org.laue.scan;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Who does the pieces of a scan: threads here, or machines elsewhere. A piece holds all that its
 * work looks at, so results do not depend on where, when and with which others it is done.
 */
public interface ScanWork {
  /** What is done with a piece; it travels to whoever does it. */
  @FunctionalInterface
  interface Work<P, R> extends Serializable {
    R of(P piece);
  }

  /**
   * Threads of this process.
   *
   * @param number 0 for one per processor
   */
  static ScanWork threads(int number) {
    return ThreadWork.of(number);
  }

  /** How many pieces may be done at once. */
  int workers();

  /**
   * Results in the order of the pieces.
   *
   * @param pieces makes the piece of a number from 0 to {@code count} - 1; threads may share it
   */
  <P extends Serializable, R extends Serializable> List<R> each(
      int count, IntFunction<P> pieces, Work<P, R> work);
}
