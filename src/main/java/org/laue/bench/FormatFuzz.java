package org.laue.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.laue.StableRandom;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.api.rows.NamedSpaceGroups;

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

  /**
   * What came of one file's mutants.
   *
   * @param unchanged mutants that gave the atoms of the whole file, where the damage did not matter
   * @param changed mutants that gave other structures, and no reject
   * @param rejected mutants with one reject or more
   * @param faults what must not happen, each with the number of its mutant; the first few
   * @param faultCount how many there were
   */
  public record Outcome(
      String file,
      int mutants,
      int unchanged,
      int changed,
      int rejected,
      List<String> faults,
      int faultCount) {}

  /**
   * @param seed of all mutants
   * @param secondsEach after which the reading of one mutant counts as endless
   */
  public FormatFuzz(long seed, long secondsEach) {
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
      for (int number = 0; number < count; number++) {
        String text = mutant(file, number);
        Future<Found> reading = reader.submit(() -> read(file, text));
        try {
          tally.add(number, reading.get(secondsEach, TimeUnit.SECONDS));
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

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-fuzz");
    thread.setDaemon(true);
    return thread;
  }

  private static Found read(String file, String text) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    try {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Everything that came out of one mutant. */
  private record Found(List<String> structures, List<String> reasons) implements StructureSink {
    @Override
    public void accept(ParsedStructure structure) {
      structures.add(structure.formula() + " " + structure.atoms().atomCount());
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
            || reason.matches(".*(null\\)|Exception|java\\.).*")) {
          fault(number, "no reason a user understands: " + reason);
        }
      }
      if (!found.reasons().isEmpty()) {
        rejected++;
      } else if (found.structures().equals(whole.structures())) {
        unchanged++;
      } else {
        changed++;
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
          file, mutants, unchanged, changed, rejected, List.copyOf(faults), faultCount);
    }
  }
}
