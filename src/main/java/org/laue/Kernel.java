package org.laue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The kernels of the science, each with the CPU time that this JVM spent in it: what the rest of a
 * run's CPU time is measured against. Time counts once: a kernel that another one calls adds to the
 * caller's.
 */
public enum Kernel {
  /** Crystals of prototypes, supercells, defects. */
  STRUCTURES,
  /** Bond length, diffraction, normalisation. */
  FINGERPRINT,
  /** Training steps and answers. */
  NETWORK,
  /** Space groups. */
  SYMMETRY;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean TOLD = THREADS.isCurrentThreadCpuTimeSupported();
  private static final ThreadLocal<Account> ACCOUNT = ThreadLocal.withInitial(Account::new);

  private final LongAdder nanos = new LongAdder();

  /** What the current thread spent, how deep it is inside kernels now and since when. */
  private static final class Account {
    private final long[] nanos = new long[values().length];
    private int depth;
    private long start;
  }

  /** Does the work and adds its CPU time to this kernel; costs less than a microsecond. */
  public <T> T time(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  /** The current thread enters this kernel. */
  public void begin() {
    Account account = ACCOUNT.get();
    if (account.depth++ == 0) {
      account.start = threadNanos();
    }
  }

  /** It leaves the kernel that it entered last, which is this one. */
  public void end() {
    Account account = ACCOUNT.get();
    if (--account.depth == 0) {
      long spent = threadNanos() - account.start;
      account.nanos[ordinal()] += spent;
      nanos.add(spent);
    }
  }

  /** CPU time of the current thread, nanoseconds; 0 where the JVM does not tell it. */
  static long threadNanos() {
    return TOLD ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  /** CPU time of all threads of this JVM in this kernel, nanoseconds. */
  long nanos() {
    return nanos.sum();
  }

  /** CPU time of the current thread in this kernel, nanoseconds. */
  long ownNanos() {
    return ACCOUNT.get().nanos[ordinal()];
  }
}
