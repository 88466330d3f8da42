package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;

/**
 * The tables are built at first use; that use may come from many threads at once. Each round is a
 * new JVM to them: their classes are loaded anew.
 */
class FirstUseIT {
  private static final int THREADS = 16;
  private static final int ROUNDS = 200;

  @Test
  void manyThreadsAtOnceGetTheAnswersOfOne() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      String expected = new Answer().call();
      for (int round = 0; round < ROUNDS; round++) {
        try (Fresh fresh = new Fresh()) {
          assertThat(together(pool, fresh)).as("round %d", round).containsOnly(expected);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<String> together(ExecutorService pool, Fresh fresh) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<String>> answers = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Callable<String> question = fresh.question();
      answers.add(
          pool.submit(
              () -> {
                start.await();
                return question.call();
              }));
    }
    List<String> texts = new ArrayList<>();
    for (Future<String> answer : answers) {
      texts.add(answer.get());
    }
    return texts;
  }

  /** Letters of a crystal whose group leaves a choice of origins that exchanges them. */
  static final class Answer implements Callable<String> {
    @Override
    public String call() {
      Prototype diamond = Prototype.diamond("C", 6, 3.57);
      SymmetryDataset found = SymmetryFinder.symmetry(diamond.primitive(), Tolerance.MEDIUM);
      return found.number() + " " + found.wyckoffLetters() + " " + found.siteSymmetries();
    }
  }

  /** Loads the classes of Laue itself, everything else as the tests do. */
  private static final class Fresh extends URLClassLoader {
    Fresh() {
      super(
          new URL[] {
            SymmetryFinder.class.getProtectionDomain().getCodeSource().getLocation(),
            Answer.class.getProtectionDomain().getCodeSource().getLocation()
          },
          FirstUseIT.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    Callable<String> question() throws ReflectiveOperationException {
      var constructor = loadClass(Answer.class.getName()).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Callable<String>) constructor.newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        return name.startsWith("org.laue.") ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }
}
