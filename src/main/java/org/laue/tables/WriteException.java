package org.laue.tables;

import java.io.IOException;

/**
 * Storage that takes no more: a full disk, a quota that is spent, a place that is read-only. The
 * message names the file and the reason and is enough for the person who chose the place.
 */
public final class WriteException extends IOException {
  private static final long serialVersionUID = 1L;

  WriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
