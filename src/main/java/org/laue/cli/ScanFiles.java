package org.laue.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.hadoop.fs.FileSystem;
import org.laue.UserException;
import org.laue.formats.io.AtomColumn;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.lammps.LammpsDumpWriter;
import org.laue.formats.xyz.ExtxyzWriter;
import org.laue.scan.AtomAnswers;
import org.laue.scan.ScanResult;
import org.laue.scan.SlicePicture;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.ColumnType;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.parquet.TableWriter;

/**
 * Where the answers of {@code laue scan} go: one file of atoms for all frames, pictures for each.
 */
final class ScanFiles implements Closeable {
  static final TableSchema ATOMS =
      new TableSchema(
          "scan",
          List.of(
              Column.required("source", ColumnType.STRING, "file of the frame"),
              Column.required("frame", ColumnType.INT, "frame of the input, from 1"),
              Column.required(
                  "atom", ColumnType.INT, "atom of the frame, or point of the grid, from 1"),
              Column.required("x", ColumnType.DOUBLE, "where it is, angstrom"),
              Column.required("y", ColumnType.DOUBLE, "likewise"),
              Column.required("z", ColumnType.DOUBLE, "likewise"),
              Column.required("class", ColumnType.STRING, "local structure"),
              Column.required("structure_type", ColumnType.INT, "the same as a number"),
              Column.required("probability", ColumnType.DOUBLE, "that the class is right"),
              Column.required("grain", ColumnType.INT, "the largest is 1, 0 is none"),
              Column.required("orientation", ColumnType.FLOATS, "quaternion x, y, z, w"),
              Column.required(
                  "displacement", ColumnType.FLOATS, "from the lattice site, angstrom [3]")),
          List.of("source", "frame", "atom"));

  private final Path picture;
  private final BufferedWriter text;
  private final boolean dump;
  private final TableWriter table;

  /**
   * @param output for the atoms, its ending tells the format; or null
   * @param picture for the pictures; or null
   */
  ScanFiles(Path output, Path picture) throws IOException {
    this.picture = picture;
    String name = output == null ? "" : output.getFileName().toString();
    this.dump = name.endsWith(".dump") || name.endsWith(".lammpstrj");
    if (name.endsWith(".parquet")) {
      Files.deleteIfExists(output);
      FileSystem files = FileSystem.getLocal(StructureCommand.hadoop()).getRaw();
      this.table =
          new TableWriter(
              files, new org.apache.hadoop.fs.Path(output.toAbsolutePath().toUri()), ATOMS);
      this.text = null;
    } else if (output == null || dump || name.endsWith("xyz")) {
      this.table = null;
      this.text = output == null ? null : writer(output);
    } else {
      throw new UserException(
          "--output must end in .extxyz, .xyz, .dump, .lammpstrj or .parquet, was " + name);
    }
  }

  /** No channel, which an interruption would close with half a frame in it. */
  private static BufferedWriter writer(Path output) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(output.toFile()), StandardCharsets.UTF_8));
  }

  void write(ParsedStructure structure, ScanResult result) throws IOException {
    if (text != null) {
      List<AtomColumn> columns = ScanColumns.of(result.atoms());
      if (dump) {
        LammpsDumpWriter.write(structure, columns, text);
      } else {
        ExtxyzWriter.write(structure, columns, text);
      }
    }
    if (table != null) {
      writeRows(structure, result.atoms());
    }
    if (picture != null) {
      draw(structure, result);
    }
  }

  private void writeRows(ParsedStructure structure, AtomAnswers atoms) throws IOException {
    double[] x = structure.atoms().cartesian();
    for (int atom = 0; atom < atoms.size(); atom++) {
      float[] q = new float[4];
      float[] d = new float[3];
      for (int i = 0; i < 4; i++) {
        q[i] = atoms.quaternion(atom, i);
        d[i % 3] = atoms.displacement(atom, i % 3);
      }
      table.write(
          TableRow.of(
              ATOMS,
              structure.source(),
              structure.position(),
              atom + 1,
              x[3 * atom],
              x[3 * atom + 1],
              x[3 * atom + 2],
              atoms.kind(atom).label(),
              atoms.kind(atom).code(),
              (double) atoms.probability(atom),
              atoms.grain(atom),
              q,
              d));
    }
  }

  /** The first frame's picture has the name as given, those of others a number. */
  private void draw(ParsedStructure structure, ScanResult result) throws IOException {
    String name = picture.getFileName().toString();
    String numbered =
        structure.position() == 1
            ? name
            : name.replaceFirst("(\\.[^.]*)?$", "-" + structure.position() + "$1");
    String title = structure.name() + ", " + result.atoms().size() + " atoms: slice along z";
    ImageIO.write(
        new SlicePicture(structure.atoms(), result).draw(title),
        "png",
        picture.resolveSibling(numbered).toFile());
  }

  @Override
  public void close() throws IOException {
    if (text != null) {
      text.close();
    }
    if (table != null) {
      table.close();
    }
  }
}
