package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.laue.api.rows.StructureSource;

/**
 * What one task reads.
 *
 * @param files whole files, or a single one, or piece of one, of which a slice is read
 * @param first of what the reader comes upon in the files, from 0
 * @param end the first that no longer belongs to the slice
 */
record FileSlice(ArrayList<StructureSource> files, long first, long end) implements Serializable {

  static FileSlice whole(List<? extends StructureSource> files) {
    return new FileSlice(new ArrayList<>(files), 0, Long.MAX_VALUE);
  }

  static FileSlice of(StructureSource file, long first, long end) {
    return new FileSlice(new ArrayList<>(List.of(file)), first, end);
  }
}
