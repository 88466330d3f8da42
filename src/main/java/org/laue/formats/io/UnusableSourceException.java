package org.laue.formats.io;

import java.io.IOException;

/** The bytes themselves are damaged or unreasonable; nothing after this place can be read. */
public final class UnusableSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableSourceException(String message) {
    super(message);
  }

  UnusableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
