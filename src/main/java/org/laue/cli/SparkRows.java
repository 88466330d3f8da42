package org.laue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;
import org.laue.spark.InputFile;
import org.laue.spark.LaueSession;
import org.laue.spark.NamedSpaceGroups;

/**
 * The same rows as {@link StructureRows}, computed by Spark: for thousands of files, or a cluster.
 */
final class SparkRows {
  private static final int MANY_FILES = 1000;
  private static final int FILES_PER_TASK = 50;

  private SparkRows() {}

  /** Whether there are many files, or a master was named. */
  static boolean isWorthIt(List<InputFile> files) {
    return files.size() >= MANY_FILES
        || files.size() > 1 && System.getProperty("spark.master") != null;
  }

  static void run(
      List<InputFile> files, RowFunction function, int columns, StructureRows.RowSink sink)
      throws IOException {
    try (LaueSession session = LaueSession.builder().open()) {
      int tasks = Math.max(1, files.size() / FILES_PER_TASK);
      Iterator<List<Object>> rows =
          session
              .context()
              .parallelize(files, tasks)
              .flatMap(file -> rows(file, function, columns).iterator())
              .toLocalIterator();
      while (rows.hasNext()) {
        sink.row(rows.next());
      }
    }
  }

  private static List<List<Object>> rows(InputFile file, RowFunction function, int columns) {
    List<List<Object>> rows = new ArrayList<>();
    Path path = new Path(file.path());
    try (InputStream in = path.getFileSystem(new Configuration()).open(path)) {
      StructureFiles.of(ReadLimits.DEFAULT, new NamedSpaceGroups())
          .read(
              file.source(),
              in,
              new StructureSink() {
                @Override
                public void accept(ParsedStructure structure) {
                  rows.add(StructureRows.row(function, columns, structure));
                }

                @Override
                public void reject(Reject reject) {
                  rows.add(
                      StructureRows.failed(
                          reject.source(), reject.position(), columns, reject.reason()));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
