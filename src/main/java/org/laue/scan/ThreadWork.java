package org.laue.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Pieces done by threads of this process, each made when its turn comes.
 *
 * @param workers threads
 */
record ThreadWork(int workers) implements ScanWork {

  /**
   * @param threads 0 for one per processor
   */
  static ThreadWork of(int threads) {
    return new ThreadWork(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
  }

  @Override
  public <P extends Serializable, R extends Serializable> List<R> each(
      int count, IntFunction<P> pieces, Work<P, R> work) {
    List<R> results = new ArrayList<>(Collections.nCopies(count, null));
    Parallel.forEach(
        count, 1, workers, () -> piece -> results.set(piece, work.of(pieces.apply(piece))));
    return results;
  }
}
