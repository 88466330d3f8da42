package org.laue.spark;

/** One local session for all tests of a JVM. */
public final class SharedSession {
  private static LaueSession session;

  private SharedSession() {}

  public static synchronized LaueSession get() {
    if (session == null) {
      session =
          LaueSession.builder()
              .master("local[2]")
              .set("spark.sql.shuffle.partitions", "2")
              .withoutProgress()
              .open();
    }
    return session;
  }
}
