package org.laue.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.formats.io.ParsedStructure;
import org.laue.scan.AtomAnswers;
import org.laue.scan.CommonNeighbours;
import org.laue.scan.LocalClass;
import org.laue.scan.Scan;

/**
 * Share of the atoms that are told rightly in frames that say what they are, by the scan and by
 * common-neighbour analysis, of the same atoms on one thread each.
 */
final class ScanComparison {
  static final List<String> COLUMNS =
      List.of("truth", "method", "frames", "atoms", "right", "worst_frame", "seconds");

  private final String key;
  private final Map<String, Tally> tallies = new TreeMap<>();

  /**
   * @param key of the frames' properties that names the class, or a liquid
   */
  ScanComparison(String key) {
    this.key = key;
  }

  private static final class Tally {
    private int frames;
    private int atoms;
    private long right;
    private double worst = 1;
    private double seconds;
  }

  void add(ParsedStructure structure, Scan scan) {
    String label =
        Optional.ofNullable(structure.properties().get(key))
            .orElseThrow(() -> new UserException(structure.name() + " says nothing of " + key));
    LocalClass truth =
        LocalClass.ofLabel(label.toLowerCase(Locale.ROOT)).orElse(LocalClass.UNKNOWN);
    count(label, "scan", truth, () -> classes(scan.scan(structure.atoms()).atoms()));
    CommonNeighbours peer = new CommonNeighbours(structure.atoms(), 1);
    LocalClass expected = truth == LocalClass.BCC ? LocalClass.BCC : LocalClass.FCC;
    LocalClass[] fixed = count(label, "cna fixed", truth, () -> peer.fixed(expected));
    LocalClass[] adaptive = count(label, "cna adaptive", truth, peer::adaptive);
    count(label, "cna fixed, majority", truth, () -> peer.majority(fixed));
    count(label, "cna adaptive, majority", truth, () -> peer.majority(adaptive));
  }

  private static LocalClass[] classes(AtomAnswers atoms) {
    return IntStream.range(0, atoms.size()).mapToObj(atoms::kind).toArray(LocalClass[]::new);
  }

  private LocalClass[] count(
      String label, String method, LocalClass truth, Supplier<LocalClass[]> work) {
    long start = System.nanoTime();
    LocalClass[] answers = work.get();
    Tally tally = tallies.computeIfAbsent(label + "\t" + method, any -> new Tally());
    tally.seconds += (System.nanoTime() - start) / 1e9;
    int right = 0;
    for (LocalClass answer : answers) {
      right += answer == truth ? 1 : 0;
    }
    tally.frames++;
    tally.atoms += answers.length;
    tally.right += right;
    tally.worst = Math.min(tally.worst, right / (double) answers.length);
    return answers;
  }

  OutputTable table() {
    OutputTable table = new OutputTable(COLUMNS);
    tallies.forEach(
        (name, tally) -> {
          String[] parts = name.split("\t", 2);
          table.add(
              parts[0],
              parts[1],
              tally.frames,
              tally.atoms,
              Math.rint(1e4 * tally.right / tally.atoms) / 1e4,
              Math.rint(1e4 * tally.worst) / 1e4,
              Math.rint(100 * tally.seconds) / 100);
        });
    return table;
  }
}
