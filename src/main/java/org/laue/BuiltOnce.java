package org.laue;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Values that are built when first asked for and then kept, by number. Threads that ask at once may
 * build a value each, but all of them get the one that was ready first, so identity can be relied
 * on; no thread waits for another, so a builder may ask other tables.
 *
 * @param <T> immutable, or never written once built
 */
public final class BuiltOnce<T> {
  private final AtomicReferenceArray<T> values;
  private final IntFunction<T> builder;

  /**
   * @param size numbers 0 to {@code size - 1} can be asked for
   */
  public BuiltOnce(int size, IntFunction<T> builder) {
    this.values = new AtomicReferenceArray<>(size);
    this.builder = builder;
  }

  /** The value of a number, the same object for every caller. */
  public T get(int number) {
    T known = values.get(number);
    if (known != null) {
      return known;
    }
    T built = builder.apply(number);
    T first = values.compareAndExchange(number, null, built);
    return first == null ? built : first;
  }
}
