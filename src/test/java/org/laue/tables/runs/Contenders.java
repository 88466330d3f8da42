package org.laue.tables.runs;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;

/** Several that want to write below one directory at once. */
public final class Contenders {
  private static final int COUNT = 6;

  private Contenders() {}

  /** How many of them got the lease. */
  public static int held(Configuration hadoop, String directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    Callable<Lease> taking =
        () -> {
          try {
            return Lease.take(hadoop, directory);
          } catch (UserException e) {
            return null;
          }
        };
    try {
      List<Future<Lease>> all =
          threads.invokeAll(Stream.generate(() -> taking).limit(COUNT).toList());
      int held = 0;
      for (Future<Lease> one : all) {
        if (one.get() != null) {
          held++;
          one.get().close();
        }
      }
      return held;
    } finally {
      threads.shutdownNow();
    }
  }
}
