package org.laue.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.laue.StoppedException;
import org.laue.scan.ScanWork;

/**
 * Pieces of a scan done by Spark's tasks. The driver holds the frame and cuts it; an executor only
 * sees the block of its task and the atoms around.
 */
public final class SparkScanWork implements ScanWork {
  private final LaueSession session;
  private final int partitions;

  /**
   * @param partitions among which pieces are divided; 0 for a task per piece
   */
  public SparkScanWork(LaueSession session, int partitions) {
    this.session = session;
    this.partitions = partitions;
  }

  @Override
  public int workers() {
    return session.parallelism();
  }

  @Override
  public <P extends Serializable, R extends Serializable> List<R> each(
      int count, IntFunction<P> pieces, Work<P, R> work) {
    if (count == 0) {
      return List.of();
    }
    List<P> all = IntStream.range(0, count).mapToObj(pieces).toList();
    int tasks = partitions > 0 ? Math.min(partitions, count) : count;
    try {
      return session.context().parallelize(all, tasks).map(work::of).collect();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      StoppedException.ifInterrupted();
      throw Failures.translate(e);
    }
  }
}
