package org.laue.cli;

import java.io.Serializable;
import java.util.List;
import org.laue.formats.io.ParsedStructure;

/** What a command says of one structure: a value for each of its columns. Thread-safe. */
interface RowFunction extends Serializable {
  List<Object> apply(ParsedStructure structure);
}
