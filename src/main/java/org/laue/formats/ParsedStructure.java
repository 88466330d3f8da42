package org.laue.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.structure.Atoms;

/**
 * One structure as a file gave it.
 *
 * @param source the file, with {@code !entry} appended for an entry of an archive
 * @param position 1 for the first structure of the source (frame, data block or entry), counting
 *     those that were rejected
 * @param name the name in the file, or one made from file name and position
 * @param properties what else the file says of it, key and value as written, in file order; the
 *     keys that {@link FileLabels} understands carry labels
 */
public record ParsedStructure(
    String source, int position, String name, Atoms atoms, Map<String, String> properties) {
  public ParsedStructure {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
