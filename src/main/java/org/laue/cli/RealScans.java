package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laue.UserException;
import org.laue.evaluation.LocalScore;
import org.laue.evaluation.Proportion;
import org.laue.formats.io.ParsedStructure;
import org.laue.scan.Grain;
import org.laue.scan.LocalClass;
import org.laue.scan.Scan;
import org.laue.scan.ScanResult;
import org.laue.scan.ScanSettings;
import org.laue.study.real.RealSet;

/** Asks the scan about the structures of a set, and compares its atoms or grains with the truth. */
final class RealScans {
  /** Smaller grains are none that a set names. */
  private static final int SMALLEST = 300;

  /** How far a grain's turn may be from that in the first structure of the set, degrees. */
  private static final double FARTHEST = 1;

  private final RealSet set;

  RealScans(RealSet set) {
    this.set = set;
  }

  /** A row for each structure whose property names its lattice; any other word means a liquid. */
  LocalScore atoms(List<ParsedStructure> structures) {
    return score(structures.stream().map(this::atoms).toList());
  }

  private LocalScore.Row atoms(ParsedStructure structure) {
    String label =
        Optional.ofNullable(structure.properties().get(set.truth()))
            .orElseThrow(() -> new UserException(structure.name() + " says no " + set.truth()));
    LocalClass truth =
        LocalClass.ofLabel(label.toLowerCase(Locale.ROOT)).orElse(LocalClass.UNKNOWN);
    ScanResult result = new Scan(ScanSettings.DEFAULT).scan(structure.atoms());
    int right = result.counts().getOrDefault(truth, 0);
    return new LocalScore.Row(
        structure.name(), label, new Proportion(right, result.atoms().size()), "");
  }

  /**
   * A row for each grain that the set names in each structure, right where there is one such grain
   * and it is turned as in the first structure.
   */
  LocalScore grains(List<ParsedStructure> structures) {
    Scan scan = new Scan(ScanSettings.DEFAULT);
    List<Grain> first = grains(scan.scan(structures.get(0).atoms()));
    List<LocalScore.Row> rows = new ArrayList<>();
    for (ParsedStructure structure : structures) {
      List<Grain> found = grains(scan.scan(structure.atoms()));
      set.grains().forEach(label -> rows.add(grain(structure.name(), label, found, first)));
    }
    return score(rows);
  }

  private static List<Grain> grains(ScanResult result) {
    return result.grains().stream().filter(grain -> grain.atoms() >= SMALLEST).toList();
  }

  private static LocalScore.Row grain(
      String id, String label, List<Grain> found, List<Grain> reference) {
    List<Grain> own = found.stream().filter(g -> g.kind().label().equals(label)).toList();
    List<Grain> first = reference.stream().filter(g -> g.kind().label().equals(label)).toList();
    if (own.size() != 1 || first.size() != 1) {
      String note = own.size() + " grains, " + first.size() + " in the first structure";
      return new LocalScore.Row(id, label, new Proportion(0, 1), note);
    }
    double degrees = own.get(0).degreesFrom(first.get(0));
    String note =
        String.format(
            Locale.ROOT,
            "%,d atoms, turned by %.2f degrees from the first structure's",
            own.get(0).atoms(),
            degrees);
    return new LocalScore.Row(id, label, new Proportion(degrees <= FARTHEST ? 1 : 0, 1), note);
  }

  private LocalScore score(List<LocalScore.Row> rows) {
    return new LocalScore(set.name(), set.ask().label(), set.goal(), rows);
  }
}
