package org.laue.formats.io;

/**
 * An input that could not be used.
 *
 * @param source as in {@link ParsedStructure}
 * @param position 1 for the first structure of the source; 0 where the source as a whole is meant
 * @param reason value, place and remedy
 */
public record Reject(String source, int position, String reason) {}
