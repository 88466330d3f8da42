package org.laue.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.structure.Matrix3;

/**
 * Grains by orientation: neighbouring atoms of one class whose lattices are turned against each
 * other by less than an angle are of one grain (union of sets, so the order of atoms plays no
 * part).
 */
final class Grains {
  /** Neighbours are closer than this, in spacings; room for a part that is less dense. */
  private static final double CONTACT = 1.75;

  private final AtomGrid grid;
  private final AtomAnswers answers;
  private final double spacing;
  private final int[] parent;
  private final List<Grain> grains = new ArrayList<>();
  private final List<Boundary> boundaries = new ArrayList<>();

  private Grains(AtomGrid grid, AtomAnswers answers, double spacing) {
    this.grid = grid;
    this.answers = answers;
    this.spacing = spacing;
    this.parent = new int[answers.size()];
  }

  /** Finds the grains and writes their numbers into the answers. */
  static Grains find(AtomGrid grid, AtomAnswers answers, double spacing, ScanSettings settings) {
    Grains grains = new Grains(grid, answers, spacing);
    grains.unite(Math.cos(Math.toRadians(settings.grainAngle()) / 2));
    grains.number(settings.smallestGrain());
    grains.measure();
    return grains;
  }

  List<Grain> grains() {
    return List.copyOf(grains);
  }

  List<Boundary> boundaries() {
    return List.copyOf(boundaries);
  }

  private interface Contact {
    void between(int atom, int other);
  }

  private void forContacts(Contact contact) {
    Ball ball = new Ball();
    double[] centre = new double[3];
    for (int place = 0; place < grid.atomCount(); place++) {
      int atom = grid.atomAt(place);
      grid.position(place, centre);
      grid.around(centre, CONTACT * spacing, ball);
      for (int i = 0; i < ball.count(); i++) {
        if (ball.atom(i) != atom) {
          contact.between(atom, ball.atom(i));
        }
      }
    }
  }

  private void unite(double cosine) {
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    forContacts(
        (atom, other) -> {
          if (other < atom && alike(atom, other, cosine)) {
            parent[root(atom)] = root(other);
          }
        });
  }

  private boolean alike(int a, int b, double cosine) {
    LocalClass kind = answers.kind(a);
    if (kind == LocalClass.UNKNOWN || kind != answers.kind(b)) {
      return false;
    }
    double dot = 0;
    for (int i = 0; i < 4; i++) {
      dot += answers.quaternion(a, i) * (double) answers.quaternion(b, i);
    }
    if (Math.abs(dot) > cosine || kind == LocalClass.OTHER) {
      return true;
    }
    double limit = 2 * Math.toDegrees(Math.acos(cosine));
    return Symmetry.misorientation(answers.rotation(a), answers.rotation(b), kind.isHexagonal())
        < limit;
  }

  private int root(int atom) {
    int root = atom;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The largest grain gets number 1; of equals the one whose first atom comes first in space. */
  private void number(int smallest) {
    int[] sizes = new int[parent.length];
    int[] firstPlace = new int[parent.length];
    Arrays.fill(firstPlace, Integer.MAX_VALUE);
    for (int place = 0; place < parent.length; place++) {
      int atom = grid.atomAt(place);
      if (answers.kind(atom) != LocalClass.UNKNOWN) {
        int root = root(atom);
        sizes[root]++;
        firstPlace[root] = Math.min(firstPlace[root], place);
      }
    }
    List<Integer> roots = new ArrayList<>();
    for (int atom = 0; atom < parent.length; atom++) {
      if (sizes[atom] >= smallest) {
        roots.add(atom);
      }
    }
    roots.sort(
        Comparator.<Integer>comparingInt(r -> -sizes[r]).thenComparingInt(r -> firstPlace[r]));
    int[] numbers = new int[parent.length];
    for (int i = 0; i < roots.size(); i++) {
      numbers[roots.get(i)] = i + 1;
    }
    for (int atom = 0; atom < parent.length; atom++) {
      answers.setGrain(atom, numbers[root(atom)]);
    }
    for (int root : roots) {
      grains.add(new Grain(grains.size() + 1, answers.kind(root), sizes[root], 0, null));
    }
  }

  private void measure() {
    int[] boundaryAtoms = new int[grains.size() + 1];
    Map<Long, Integer> contacts = new TreeMap<>();
    int[] last = {-1};
    forContacts(
        (atom, other) -> {
          int a = answers.grain(atom);
          int b = answers.grain(other);
          if (a != b && a > 0 && last[0] != atom) {
            boundaryAtoms[a]++;
            last[0] = atom;
          }
          if (a > 0 && b > a) {
            contacts.merge((long) a << 32 | b, 1, Integer::sum);
          }
        });
    double[][] turns = meanTurns();
    for (int i = 0; i < grains.size(); i++) {
      Grain g = grains.get(i);
      grains.set(
          i,
          new Grain(
              g.number(),
              g.kind(),
              g.atoms(),
              boundaryAtoms[g.number()],
              Quaternions.of(turns[i])));
    }
    contacts.forEach((key, count) -> addBoundary(key, count, turns));
  }

  private void addBoundary(long key, int count, double[][] turns) {
    int a = (int) (key >>> 32);
    int b = (int) key;
    LocalClass kind = grains.get(a - 1).kind();
    boolean same = kind == grains.get(b - 1).kind() && kind != LocalClass.OTHER;
    double degrees =
        same ? Symmetry.misorientation(turns[a - 1], turns[b - 1], kind.isHexagonal()) : Double.NaN;
    boundaries.add(new Boundary(a, b, count, degrees));
  }

  /** Mean of the matrices of each grain, each first brought next to the first atom's, as a turn. */
  private double[][] meanTurns() {
    double[][] sums = new double[grains.size()][];
    double[][] references = new double[grains.size()][];
    for (int place = 0; place < parent.length; place++) {
      int atom = grid.atomAt(place);
      int grain = answers.grain(atom) - 1;
      double[] turn = grain < 0 ? null : answers.rotation(atom);
      if (turn != null) {
        if (references[grain] == null) {
          references[grain] = turn;
          sums[grain] = new double[9];
        }
        double[] near = nearest(turn, references[grain], grains.get(grain).kind().isHexagonal());
        for (int i = 0; i < 9; i++) {
          sums[grain][i] += near[i];
        }
      }
    }
    double[][] turns = new double[grains.size()][];
    for (int i = 0; i < turns.length; i++) {
      turns[i] =
          sums[i] == null
              ? new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}
              : Symmetry.reduced(Strain.rotation(sums[i]), grains.get(i).kind().isHexagonal());
    }
    return turns;
  }

  /** The equivalent of a turn that is nearest to another. */
  private static double[] nearest(double[] turn, double[] reference, boolean hexagonal) {
    double[] between = Matrix3.multiply(Matrix3.transposed(reference), turn);
    return Matrix3.multiply(reference, Symmetry.reduced(between, hexagonal));
  }
}
