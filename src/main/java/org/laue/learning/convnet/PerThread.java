package org.laue.learning.convnet;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is costly to prepare and not to be shared between threads, prepared once in each. For
 * constants only.
 */
final class PerThread<K, V> {
  @SuppressWarnings("ThreadLocalUsage") // Objects of this class are constants.
  private final ThreadLocal<Map<K, V>> prepared = ThreadLocal.withInitial(HashMap::new);

  private final Function<K, V> maker;

  PerThread(Function<K, V> maker) {
    this.maker = maker;
  }

  V get(K key) {
    return prepared.get().computeIfAbsent(key, maker);
  }
}
