package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets planted wherever people put them stand in nothing that Laue writes or says. */
class SecretsIT {
  /** Part of each of them. */
  private static final String SECRET = "hunter2";

  @TempDir private Path directory;

  private Path iron() throws IOException {
    return Files.writeString(
        directory.resolve("iron.vasp"),
        "Fe\n2.87\n1 0 0\n0 1 0\n0 0 1\nFe\n2\nDirect\n0 0 0\n.5 .5 .5\n");
  }

  @Test
  void ofAddressesEnvironmentAndHadoopNothingIsWrittenOrSaid() throws Exception {
    Path console = directory.resolve("console.txt");
    Process process =
        QuietConsoleIT.start(
            directory,
            console,
            Map.of("AWS_ACCESS_KEY_ID", "AKIA1", "AWS_SECRET_ACCESS_KEY", "environment-hunter2"),
            List.of("--conf", "spark.hadoop.fs.s3a.secret.key=hadoop-hunter2"),
            List.of(
                "ingest",
                "--output",
                directory.resolve("out").toString(),
                iron().toString(),
                "s3a://AKIA2:address-hunter2@bucket/x.cif"));
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(console)).isZero();
    assertThat(directory.resolve("logs/spark.log")).isNotEmptyFile();
    List<Path> written = written();
    assertThat(written).anyMatch(file -> file.endsWith("manifest.json"));
    for (Path file : written) {
      assertThat(text(file)).as("%s", file).doesNotContain(SECRET);
    }
    assertThat(written.stream().map(SecretsIT::text)).anyMatch(t -> t.contains("s3a://***@bucket"));
  }

  @Test
  void ofSettingsNothingIsSaid() throws IOException {
    LaueCall call =
        LaueCall.of(
            "ingest",
            "--output",
            directory.resolve("out").toString(),
            "--set",
            "ingest.labels=[\"s3a://AKIA3:setting-hunter2@bucket/labels.csv\"]",
            iron().toString());
    assertThat(call.said()).contains("s3a://***@bucket").doesNotContain(SECRET);
    for (Path file : written()) {
      assertThat(text(file)).as("%s", file).doesNotContain(SECRET);
    }
  }

  /** Calls that cannot succeed, with a secret in each place where one may be put. */
  static Stream<List<String>> calls() {
    String address = "s3a://AKIA4:address-hunter2@bucket/laue";
    String signed = "https://bucket.invalid/x.cif?X-Amz-Credential=hunter2&X-Amz-Signature=hunter2";
    return Stream.of(
        List.of("study", address + "/study.conf"),
        List.of("study", "conf/quickstart.conf", "--output", address),
        List.of("study", "conf/quickstart.conf", "--set", "study.output=\"" + address + "\""),
        List.of("study", "conf/quickstart.conf", "--set", "fs.s3a.secret.key=hunter2"),
        List.of("study", "conf/quickstart.conf", "--set", "study.name=[\"" + address + "\"]"),
        List.of("ingest", "--output", address, "x.cif"),
        List.of("train", "--output", address),
        List.of("diff", address),
        List.of("real", "conf/real.conf", "--set", "data=\"" + address + "\""),
        List.of("classify", "--model", address, "conf"),
        List.of("classify", "--to", address + "/rows.csv", "conf"),
        List.of("classify", address + "/x.cif", signed),
        List.of("symmetry", "--json", address + "/x.cif", signed),
        List.of("properties", "--model", address, signed));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void ofACallThatFailsNothingIsSaid(List<String> call) throws IOException {
    LaueCall failed = LaueCall.of(call.toArray(String[]::new));
    assertThat(failed.exit()).as(failed.said()).isNotZero();
    assertThat(failed.said()).isNotBlank().doesNotContain(SECRET);
    for (Path file : written()) {
      assertThat(text(file)).as("%s", file).doesNotContain(SECRET);
    }
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
