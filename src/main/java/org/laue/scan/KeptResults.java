package org.laue.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What pieces of a scan give, as numbers in a {@link KeptFile}. */
final class KeptResults {
  private static final byte LATTICES = 1;
  private static final byte ANSWERS = 2;
  private static final byte FRAME = 3;

  private static final LocalLattice[] NONE = {};
  private static final int LATTICE_BYTES = 1 + 8 * (9 + 9 + 3 + 4);
  private static final int GRAIN_BYTES = 3 * 4 + 1 + 8 * 4;
  private static final int BOUNDARY_BYTES = 3 * 4 + 8;

  private KeptResults() {}

  /** Whether a result is one to be kept: a fault of ours is tried again. */
  static boolean isKept(Object result) {
    return !(result instanceof ScannedFrame frame) || frame.fault() == null;
  }

  static void write(Object result, DataOutputStream out) throws IOException {
    if (result instanceof LocalLattice[][] lattices) {
      out.writeByte(LATTICES);
      writeLattices(lattices, out);
    } else if (result instanceof AtomAnswers answers) {
      out.writeByte(ANSWERS);
      answers.write(out);
    } else if (result instanceof ScannedFrame frame && frame.fault() == null) {
      out.writeByte(FRAME);
      writeResult(frame.result(), out);
    } else {
      throw new IllegalArgumentException("No form for " + result);
    }
  }

  static Object read(KeptInput in) throws IOException {
    byte form = in.nextByte();
    return switch (form) {
      case LATTICES -> lattices(in);
      case ANSWERS -> AtomAnswers.read(in);
      case FRAME -> new ScannedFrame(result(in), null);
      default -> throw new IOException("No result has the form " + form);
    };
  }

  private static void writeLattices(LocalLattice[][] points, DataOutputStream out)
      throws IOException {
    out.writeInt(points.length);
    for (LocalLattice[] lattices : points) {
      out.writeInt(lattices.length);
      for (LocalLattice lattice : lattices) {
        writeLattice(lattice, out);
      }
    }
  }

  private static LocalLattice[][] lattices(KeptInput in) throws IOException {
    LocalLattice[][] points = new LocalLattice[in.count(Integer.BYTES)][];
    for (int point = 0; point < points.length; point++) {
      int count = in.count(LATTICE_BYTES);
      points[point] = count == 0 ? NONE : new LocalLattice[count];
      for (int i = 0; i < count; i++) {
        points[point][i] = lattice(in);
      }
    }
    return points;
  }

  private static void writeLattice(LocalLattice lattice, DataOutputStream out) throws IOException {
    out.writeByte(lattice.template().kind().ordinal());
    writeDoubles(lattice.metric(), out);
    writeDoubles(lattice.rotation(), out);
    writeDoubles(lattice.shift(), out);
    out.writeDouble(lattice.sigma());
    out.writeDouble(lattice.outliers());
    out.writeDouble(lattice.density());
    out.writeDouble(lattice.evidence());
  }

  private static LocalLattice lattice(KeptInput in) throws IOException {
    LocalClass kind = in.kind();
    KeptInput.require(kind != LocalClass.UNKNOWN && kind != LocalClass.OTHER);
    return new LocalLattice(
        Template.of(kind),
        in.doubles(9),
        in.doubles(9),
        in.doubles(3),
        in.nextDouble(),
        in.nextDouble(),
        in.nextDouble(),
        in.nextDouble());
  }

  private static void writeResult(ScanResult result, DataOutputStream out) throws IOException {
    result.atoms().write(out);
    out.writeInt(result.grains().size());
    for (Grain grain : result.grains()) {
      out.writeInt(grain.number());
      out.writeByte(grain.kind().ordinal());
      out.writeInt(grain.atoms());
      out.writeInt(grain.boundaryAtoms());
      writeDoubles(grain.quaternion(), out);
    }
    out.writeInt(result.boundaries().size());
    for (Boundary boundary : result.boundaries()) {
      out.writeInt(boundary.first());
      out.writeInt(boundary.second());
      out.writeInt(boundary.contacts());
      out.writeDouble(boundary.degrees());
    }
    out.writeDouble(result.spacing());
  }

  private static ScanResult result(KeptInput in) throws IOException {
    AtomAnswers atoms = AtomAnswers.read(in);
    int grainCount = in.count(GRAIN_BYTES);
    List<Grain> grains = new ArrayList<>();
    for (int number = 1; number <= grainCount; number++) {
      KeptInput.require(in.nextInt() == number);
      LocalClass kind = in.kind();
      int size = in.between(in.nextInt(), 0, atoms.size());
      int rim = in.between(in.nextInt(), 0, size);
      grains.add(new Grain(number, kind, size, rim, in.doubles(4)));
    }
    for (int atom = 0; atom < atoms.size(); atom++) {
      in.between(atoms.grain(atom), 0, grainCount);
    }
    int boundaryCount = in.count(BOUNDARY_BYTES);
    List<Boundary> boundaries = new ArrayList<>();
    for (int i = 0; i < boundaryCount; i++) {
      int first = in.between(in.nextInt(), 1, grainCount);
      int second = in.between(in.nextInt(), 1, grainCount);
      boundaries.add(new Boundary(first, second, in.nextInt(), in.nextDouble()));
    }
    return new ScanResult(atoms, grains, boundaries, in.nextDouble());
  }

  private static void writeDoubles(double[] values, DataOutputStream out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }
}
