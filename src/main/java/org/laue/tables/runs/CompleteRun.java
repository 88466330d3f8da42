package org.laue.tables.runs;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;

/**
 * The handle of a finished run, which one step returns and the next one takes: where it lies, and
 * the manifest that tells what it is, what it holds and by which content it is known.
 */
public record CompleteRun(Path path, Manifest manifest) {

  /** What it is: the name of its table, {@code weights} or {@code model}. */
  public String kind() {
    return manifest.table();
  }

  /** Hash of all that it holds, wherever it lies. */
  public String contentHash() {
    return manifest.contentHash();
  }

  /**
   * This run, if it is what the caller works on.
   *
   * @throws UserException naming both kinds
   */
  public CompleteRun require(String wanted) {
    if (!kind().equals(wanted)) {
      throw new UserException(
          "A run of %s is needed here, %s holds %s".formatted(wanted, shownPath(), kind()));
    }
    return this;
  }

  public CompleteRun require(TableSchema wanted) {
    return require(wanted.name());
  }

  /** The path for people, without credentials. */
  public String shownPath() {
    return Locations.shown(path.toString());
  }

  /** Data files, in order. */
  public List<Path> files() {
    return manifest.files().stream().map(file -> new Path(path, file.name())).toList();
  }

  /** Files of the rejects. */
  public List<Path> rejectFiles() {
    return manifest.rejects().stream().map(file -> new Path(path, file.name())).toList();
  }

  /** A reader of all rows; only the columns of {@code schema} are read. */
  public TableReader read(Configuration configuration, TableSchema schema) {
    return new TableReader(configuration, schema, files());
  }

  public TableReader readRejects(Configuration configuration) {
    return new TableReader(configuration, TableSchemas.REJECTS, rejectFiles());
  }
}
