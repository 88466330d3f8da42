package org.laue.tables.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.laue.CpuTime;
import org.laue.tables.Hashes;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.rows.TableSchemas;

/**
 * What a complete run holds; its presence says that the run is complete.
 *
 * @param table name of the table, {@code weights} or {@code model}
 * @param parts in order, each with its files
 * @param counts for instance in, out, rejected, duplicates
 * @param cpu what the tasks spent on the parts
 * @param seconds on the clock, of the step that finished the run
 * @param finishedAt instant at which the manifest was written, ISO 8601
 */
public record Manifest(
    String table,
    String run,
    long rows,
    List<PartMarker> parts,
    Map<String, Long> counts,
    CpuTime cpu,
    Provenance provenance,
    double seconds,
    String finishedAt) {

  public Manifest {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(finishedAt, "finishedAt");
    parts = List.copyOf(parts);
    counts = Map.copyOf(counts);
    cpu = cpu == null ? CpuTime.NONE : cpu;
  }

  static Manifest of(
      String table,
      List<PartMarker> parts,
      Provenance provenance,
      double seconds,
      String finishedAt) {
    List<PartMarker> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(PartMarker::part));
    Map<String, Long> counts = new TreeMap<>();
    ordered.forEach(part -> part.counts().forEach((k, n) -> counts.merge(k, n, Long::sum)));
    long rows = rows(ordered.stream().flatMap(part -> part.rows().stream()));
    counts.putIfAbsent("out", rows);
    counts.put("rejected", rows(ordered.stream().flatMap(part -> part.rejects().stream())));
    CpuTime cpu = ordered.stream().map(PartMarker::cpu).reduce(CpuTime.NONE, CpuTime::plus);
    return new Manifest(
        table, provenance.runHash(), rows, ordered, counts, cpu, provenance, seconds, finishedAt);
  }

  private static long rows(Stream<DataFile> files) {
    return files.mapToLong(DataFile::rows).sum();
  }

  /** Data files, in order of their parts. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<DataFile> files() {
    return parts.stream().flatMap(part -> part.rows().stream()).toList();
  }

  /** Files of the rows of {@link TableSchemas#REJECTS}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<DataFile> rejects() {
    return parts.stream().flatMap(part -> part.rejects().stream()).toList();
  }

  /** Hash of all rows, the same wherever and by whatever version of Parquet they were written. */
  public String contentHash() {
    StringBuilder checksums = new StringBuilder();
    Stream.concat(files().stream(), rejects().stream())
        .forEach(file -> checksums.append(file.content()));
    return Hashes.of(checksums.toString());
  }
}
