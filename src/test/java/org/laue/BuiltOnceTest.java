package org.laue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BuiltOnceTest {
  private static final int THREADS = 8;

  @Test
  void allThreadsGetTheSameObjectThoughEachBuildsOne() throws Exception {
    CyclicBarrier allBuilt = new CyclicBarrier(THREADS);
    BuiltOnce<Object> values = new BuiltOnce<>(3, number -> built(allBuilt));
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Object>> found = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        found.add(pool.submit(() -> values.get(2)));
      }
      for (Future<Object> value : found) {
        assertThat(value.get()).isSameAs(values.get(2));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** A new object, given out when every thread has one. */
  private static Object built(CyclicBarrier allBuilt) {
    try {
      allBuilt.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Object();
  }
}
