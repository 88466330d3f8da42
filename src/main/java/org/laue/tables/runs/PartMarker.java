package org.laue.tables.runs;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.laue.CpuTime;
import org.laue.tables.parquet.DataFile;

/**
 * Says that a part of a run is complete; written after the part's files.
 *
 * @param rows files of the table
 * @param rejects files of what could not be used
 * @param counts what the step counted while it wrote the part
 * @param cpu what the task spent on the part
 */
public record PartMarker(
    int part, List<DataFile> rows, List<DataFile> rejects, Map<String, Long> counts, CpuTime cpu)
    implements Serializable {

  public PartMarker {
    rows = List.copyOf(rows);
    rejects = List.copyOf(rejects);
    counts = Map.copyOf(counts);
    // Markers written before this was measured do not tell.
    cpu = cpu == null ? CpuTime.NONE : cpu;
  }
}
