package org.laue.spark;

/** One local session for all tests of a JVM. */
public final class SharedSession {
  private static LaueSession session;

  private SharedSession() {}

  public static synchronized LaueSession get() {
    if (session == null || session.spark().sparkContext().isStopped()) {
      session =
          LaueSession.builder()
              .master("local[2]")
              .set("spark.sql.shuffle.partitions", "2")
              .set("spark.sql.extensions", LaueExtensions.class.getName())
              // Compiling queries takes longer than running them over a few rows.
              .set("spark.sql.codegen.wholeStage", "false")
              .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
              .withoutProgress()
              .open();
    }
    return session;
  }
}
