package org.laue.tables.parquet;

import java.io.Serializable;

/**
 * A complete data file of a run.
 *
 * @param name path relative to the run's directory
 * @param bytes length of the file
 * @param sha256 checksum of its bytes, 64 hexadecimal digits
 * @param content checksum of its rows, 16 hexadecimal digits: the same for equal rows, while
 *     Parquet may lay equal rows out in different bytes
 */
public record DataFile(String name, long rows, long bytes, String sha256, String content)
    implements Serializable {}
