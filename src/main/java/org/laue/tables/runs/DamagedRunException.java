package org.laue.tables.runs;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laue.UserException;

/**
 * Some files of a run are not what its manifest says. The run was opened again, so that the step
 * that owns it makes their parts anew when it is run next.
 */
public final class DamagedRunException extends UserException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  /**
   * @param faults what is wrong, by name of the file
   */
  public DamagedRunException(CompleteRun run, Map<String, String> faults) {
    super(message(run, new TreeMap<>(faults)));
  }

  private static String message(CompleteRun run, SortedMap<String, String> faults) {
    String listed =
        faults.entrySet().stream()
            .limit(SHOWN)
            .map(fault -> fault.getKey() + " " + fault.getValue())
            .collect(Collectors.joining("; "));
    int more = faults.size() - SHOWN;
    return "Damaged: "
        + run.shownPath()
        + ": "
        + listed
        + (more > 0 ? "; and " + more + " more" : "")
        + ". Run the step '"
        + run.manifest().provenance().step()
        + "' again, it makes these parts anew and keeps the others";
  }
}
