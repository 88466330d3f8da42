package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.laue.spark.S3Server;

/** Studies in a bucket, reached through s3a as on EMR and elsewhere. */
class StudyOnS3IT extends StudyOnStorage {
  private S3Server server;

  @Override
  String start(Path directory) throws IOException {
    server = S3Server.start(directory);
    settings().forEach(System::setProperty);
    return server.bucket("laue") + "/nightly";
  }

  @Override
  Map<String, String> settings() {
    return Map.of(
        "spark.hadoop.fs.s3a.endpoint",
        server.endpoint(),
        "spark.hadoop.fs.s3a.path.style.access",
        "true",
        "spark.hadoop.fs.s3a.access.key",
        S3Server.KEY,
        "spark.hadoop.fs.s3a.secret.key",
        S3Server.SECRET);
  }

  @Override
  void stop() {
    settings().keySet().forEach(System::clearProperty);
    server.close();
  }

  /** As on HDFS; it takes a minute: only with {@code -Dlaue.acceptance=true}. */
  @Test
  @EnabledIfSystemProperty(named = "laue.acceptance", matches = "true")
  void executorsOfAClusterGoOn() throws Exception {
    executorsOfAClusterGoOnWithWhatLiesThere();
  }

  @Test
  void theSecretStandsInNothingThatWasWrittenOrSaid() throws IOException {
    assertThat(said()).doesNotContain(S3Server.SECRET);
    assertThat(files(at("out"))).hasSizeGreaterThan(20);
    for (org.apache.hadoop.fs.Path file : files(at("out"))) {
      assertThat(new String(read(file), StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(S3Server.SECRET);
    }
  }
}
