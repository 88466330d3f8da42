package org.laue.scan;

/**
 * A box that is divided evenly into cells along its edges, cut into blocks of neighbouring cells.
 *
 * @param cells along each edge
 * @param blocks along each edge
 */
record Blocks(int[] cells, int[] blocks) {

  /**
   * Blocks of nearly equal edges.
   *
   * @param most cells of a block
   */
  static Blocks of(int[] cells, double most) {
    int edge = (int) Math.max(1, Math.cbrt(most));
    int[] blocks = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      blocks[axis] = (cells[axis] + edge - 1) / edge;
    }
    return new Blocks(cells, blocks);
  }

  int count() {
    return Math.multiplyExact(Math.multiplyExact(blocks[0], blocks[1]), blocks[2]);
  }

  /**
   * Cells from {@code low} to below {@code end} along each edge.
   *
   * @param of cells along the edges of the box
   */
  record Block(int[] low, int[] end, int[] of) {
    /** Where the block begins along an axis, in edges of the box. */
    double from(int axis) {
      return low[axis] / (double) of[axis];
    }

    /** Where it ends. */
    double to(int axis) {
      return end[axis] / (double) of[axis];
    }
  }

  Block block(int index) {
    int[] at = {index / blocks[2] / blocks[1], index / blocks[2] % blocks[1], index % blocks[2]};
    int[] low = new int[3];
    int[] end = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = (int) ((long) cells[axis] * at[axis] / blocks[axis]);
      end[axis] = (int) ((long) cells[axis] * (at[axis] + 1) / blocks[axis]);
    }
    return new Block(low, end, cells);
  }
}
