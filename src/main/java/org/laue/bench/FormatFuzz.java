package org.laue.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.laue.StableRandom;
import org.laue.api.rows.NamedSpaceGroups;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;

/**
 * Damaged files through the readers: whatever happens to a file, reading it ends in structures and
 * rejects, in time and with a reason, and never in an exception.
 */
public final class FormatFuzz {
  /** Files that are damaged, one or two of each format. */
  public static final List<String> FILES =
      List.of(
          "listed.cif",
          "named.cif",
          "POSCAR",
          "XDATCAR",
          "frames.extxyz",
          "geometry.in",
          "entries.jsonl",
          "response.json",
          "two.lammpstrj",
          "box.lmp");

  private static final int SHOWN = 5;

  private final long seed;
  private final long secondsEach;
  private final SecondReader second;

  /** Another program's view of a file. */
  @FunctionalInterface
  public interface SecondReader {
    /** Nobody to ask. */
    SecondReader NONE = (file, text) -> Optional.empty();

    /**
     * The structure that a file holds; empty where the other program reads none or is not there.
     */
    Optional<Content> read(String file, String text);
  }

  /**
   * What readers must agree on.
   *
   * @param cell lengths of its edges, angstrom; empty without one
   */
  public record Content(int atoms, List<Double> cell) {
    private static final double ROUNDING = 1e-3;

    boolean agrees(Content other) {
      boolean same = atoms == other.atoms && cell.size() == other.cell.size();
      for (int i = 0; same && i < cell.size(); i++) {
        double length = cell.get(i);
        same = Math.abs(length - other.cell.get(i)) <= ROUNDING * Math.max(1, length);
      }
      return same;
    }
  }

  /**
   * What came of one file's mutants.
   *
   * @param unchanged mutants that gave the atoms of the whole file, where the damage did not matter
   * @param changed mutants that gave other structures, and no reject
   * @param rejected mutants with one reject or more
   * @param compared mutants that both we and the second reader made one structure of
   * @param differing those of them with other atoms or another cell; the first few
   * @param faults what must not happen, each with the number of its mutant; the first few
   * @param faultCount how many there were
   */
  public record Outcome(
      String file,
      int mutants,
      int unchanged,
      int changed,
      int rejected,
      int compared,
      int differed,
      List<String> differing,
      List<String> faults,
      int faultCount) {}

  /**
   * @param seed of all mutants
   * @param secondsEach after which the reading of one mutant counts as endless
   */
  public FormatFuzz(long seed, long secondsEach) {
    this(seed, secondsEach, SecondReader.NONE);
  }

  /** The same beside another program. */
  public FormatFuzz(long seed, long secondsEach, SecondReader second) {
    this.second = second;
    this.seed = seed;
    this.secondsEach = secondsEach;
  }

  /** The text of a mutant; only seed, file and number decide. */
  public String mutant(String file, int number) {
    long own = seed * 31 + file.hashCode();
    return Mutations.damaged(original(file), new StableRandom((own << 32) ^ number));
  }

  static String original(String file) {
    try (InputStream in = FormatFuzz.class.getResourceAsStream("fuzz/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads {@code count} mutants of a file. */
  public Outcome run(String file, int count) {
    ExecutorService reader = Executors.newSingleThreadExecutor(FormatFuzz::daemon);
    try {
      Tally tally = new Tally(file, read(file, original(file)));
      for (int i = 0; i < count; i++) {
        int number = i;
        String text = mutant(file, number);
        Future<Found> reading = reader.submit(() -> read(file, text));
        try {
          Found found = reading.get(secondsEach, TimeUnit.SECONDS);
          tally.add(number, found);
          if (found.reasons().isEmpty() && found.structures().size() == 1) {
            second.read(file, text).ifPresent(other -> tally.compare(number, found, other));
          }
        } catch (TimeoutException endless) {
          tally.fault(number, "no end within " + secondsEach + " s");
          reader.shutdownNow();
          reader = Executors.newSingleThreadExecutor(FormatFuzz::daemon);
        } catch (ExecutionException e) {
          tally.fault(number, e.getCause().toString());
        }
      }
      return tally.outcome(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      reader.shutdownNow();
    }
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-fuzz");
    thread.setDaemon(true);
    return thread;
  }

  private static Found read(String file, String text) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Everything that came out of one mutant. */
  private record Found(List<String> formulas, List<Content> structures, List<String> reasons)
      implements StructureSink {
    @Override
    public void accept(ParsedStructure structure) {
      formulas.add(structure.formula());
      List<Double> cell =
          structure
              .cell()
              .map(crystal -> Arrays.stream(crystal.lattice().lengths()).boxed().toList())
              .orElse(List.of());
      structures.add(new Content(structure.atoms().atomCount(), cell));
    }

    List<String> contents() {
      List<String> contents = new ArrayList<>();
      for (int i = 0; i < formulas.size(); i++) {
        contents.add(formulas.get(i) + " " + structures.get(i).atoms());
      }
      return contents;
    }

    @Override
    public void reject(Reject reject) {
      reasons.add(reject.reason());
    }
  }

  private static final class Tally {
    private final String file;
    private final Found whole;
    private final List<String> faults = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private int compared;
    private int differed;
    private int faultCount;
    private int unchanged;
    private int changed;
    private int rejected;

    Tally(String file, Found whole) {
      this.file = file;
      this.whole = whole;
      if (whole.structures().isEmpty() || !whole.reasons().isEmpty()) {
        throw new IllegalStateException(file + " is not whole: " + whole);
      }
    }

    void add(int number, Found found) {
      if (found.structures().isEmpty() && found.reasons().isEmpty()) {
        fault(number, "neither a structure nor a reject");
      }
      for (String reason : found.reasons()) {
        if (reason == null
            || reason.isBlank()
            || reason.matches(".*(\\(null\\)|Exception|java\\.).*")) {
          fault(number, "no reason a user understands: " + reason);
        }
      }
      if (!found.reasons().isEmpty()) {
        rejected++;
      } else if (found.contents().equals(whole.contents())) {
        unchanged++;
      } else {
        changed++;
      }
    }

    void compare(int number, Found found, Content other) {
      Content ours = found.structures().get(0);
      compared++;
      if (!ours.agrees(other)) {
        differed++;
        if (differing.size() < SHOWN) {
          differing.add("mutant " + number + ": " + ours + " but " + other);
        }
      }
    }

    void fault(int number, String what) {
      faultCount++;
      if (faults.size() < SHOWN) {
        faults.add("mutant " + number + ": " + what);
      }
    }

    Outcome outcome(int mutants) {
      return new Outcome(
          file,
          mutants,
          unchanged,
          changed,
          rejected,
          compared,
          differed,
          List.copyOf(differing),
          List.copyOf(faults),
          faultCount);
    }
  }
}
