package org.laue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.laue.tables.runs.PartOutput;

/** Writes one part of a table: a function of the part's number and of what the work carries. */
@FunctionalInterface
interface PartWork extends Serializable {
  /**
   * @param progress takes the number of units done since the last call
   */
  void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException;
}
