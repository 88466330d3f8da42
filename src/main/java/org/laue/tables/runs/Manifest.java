package org.laue.tables.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.laue.CpuTime;
import org.laue.tables.Hashes;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.rows.TableSchemas;

/**
 * What a complete run holds; its presence says that the run is complete.
 *
 * @param files of the table, in order of their parts
 * @param rejects files of the rows of {@link TableSchemas#REJECTS}
 * @param counts for instance in, out, rejected, duplicates
 * @param cpu what the tasks spent on the parts
 * @param finishedAt instant at which the manifest was written, ISO 8601
 */
public record Manifest(
    String table,
    String run,
    long rows,
    List<DataFile> files,
    List<DataFile> rejects,
    Map<String, Long> counts,
    CpuTime cpu,
    Provenance provenance,
    String finishedAt) {

  public Manifest {
    files = List.copyOf(files);
    rejects = List.copyOf(rejects);
    counts = Map.copyOf(counts);
    cpu = cpu == null ? CpuTime.NONE : cpu;
  }

  static Manifest of(
      String table, List<PartMarker> parts, Provenance provenance, String finishedAt) {
    List<PartMarker> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(PartMarker::part));
    List<DataFile> files = ordered.stream().flatMap(part -> part.rows().stream()).toList();
    List<DataFile> rejects = ordered.stream().flatMap(part -> part.rejects().stream()).toList();
    Map<String, Long> counts = new TreeMap<>();
    ordered.forEach(part -> part.counts().forEach((k, n) -> counts.merge(k, n, Long::sum)));
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    counts.put("out", rows);
    counts.put("rejected", rejects.stream().mapToLong(DataFile::rows).sum());
    CpuTime cpu = ordered.stream().map(PartMarker::cpu).reduce(CpuTime.NONE, CpuTime::plus);
    return new Manifest(
        table, provenance.runHash(), rows, files, rejects, counts, cpu, provenance, finishedAt);
  }

  /** Hash of all rows, the same wherever and by whatever version of Parquet they were written. */
  public String contentHash() {
    StringBuilder checksums = new StringBuilder();
    Stream.concat(files.stream(), rejects.stream())
        .forEach(file -> checksums.append(file.content()));
    return Hashes.of(checksums.toString());
  }
}
