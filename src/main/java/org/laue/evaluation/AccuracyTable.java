package org.laue.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Accuracy per condition, method and true class; sums over the classes give Table 1. */
public final class AccuracyTable {
  private final SortedMap<Condition, Map<Method, SortedMap<String, Proportion>>> cells =
      new TreeMap<>();

  /** Adds {@code n} answers of which {@code correct} were right. */
  public void add(Condition condition, Method method, String trueClass, long correct, long n) {
    cells
        .computeIfAbsent(condition, c -> new EnumMap<>(Method.class))
        .computeIfAbsent(method, m -> new TreeMap<>())
        .merge(trueClass, new Proportion(correct, n), Proportion::plus);
  }

  public SortedSet<Condition> conditions() {
    return new TreeSet<>(cells.keySet());
  }

  /** Methods that answered under this condition, in the order of {@link Method}. */
  public SortedSet<Method> methods(Condition condition) {
    return new TreeSet<>(cells.getOrDefault(condition, Map.of()).keySet());
  }

  /** Over all classes. */
  public Proportion overall(Condition condition, Method method) {
    return perClass(condition, method).values().stream().reduce(Proportion.NONE, Proportion::plus);
  }

  /** By true class; empty where the method did not answer. */
  public SortedMap<String, Proportion> perClass(Condition condition, Method method) {
    return cells.getOrDefault(condition, Map.of()).getOrDefault(method, new TreeMap<>());
  }
}
