package org.laue;

/**
 * Bad input or a bad setting: the message alone is enough for the person who gave it. It carries
 * the value, the place and the remedy. Every other exception is a bug of ours.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
