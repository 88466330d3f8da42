package org.laue.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.laue.StoppedException;

/** Work on the numbers 0 to n - 1 by several threads, each with tools of its own. */
final class Parallel {
  private Parallel() {}

  /**
   * @param chunk numbers that a thread takes at once
   * @param threads 0 for one per processor
   * @param workers makes what one thread does with a number
   */
  static void forEach(int count, int chunk, int threads, Supplier<IntConsumer> workers) {
    int number = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    AtomicInteger next = new AtomicInteger();
    if (number == 1 || count <= chunk) {
      work(count, chunk, next, workers.get());
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(number);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        running.add(pool.submit(() -> work(count, chunk, next, workers.get())));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void work(int count, int chunk, AtomicInteger next, IntConsumer worker) {
    for (int from = next.getAndAdd(chunk); from < count; from = next.getAndAdd(chunk)) {
      StoppedException.ifInterrupted();
      for (int i = from; i < Math.min(count, from + chunk); i++) {
        worker.accept(i);
      }
    }
  }
}
