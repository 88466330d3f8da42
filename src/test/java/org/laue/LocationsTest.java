package org.laue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

  @ParameterizedTest
  @CsvSource({
    "s3a://AKIA7:wJalr@bucket/a.cif, s3a://***@bucket/a.cif",
    "s3a://AKIA7:wJ/al+r@bucket/a.cif, s3a://***@bucket/a.cif",
    "No such file: s3a://a:b@one/x and ftp://c@two/y, No such file: s3a://***@one/x and"
        + " ftp://***@two/y",
    "https://b.s3.amazonaws.com/a.cif?X-Amz-Expires=60&X-Amz-Signature=a1b2&x=1,"
        + " https://b.s3.amazonaws.com/a.cif?X-Amz-Expires=60&X-Amz-Signature=***&x=1",
    "https://a.blob.core.windows.net/c/a.cif?sv=2022&sig=aB%2Bc, "
        + "https://a.blob.core.windows.net/c/a.cif?sv=2022&sig=***",
    "s3a://bucket/me@work.cif, s3a://bucket/me@work.cif",
    "hdfs://name:8020/me@work.cif, hdfs://name:8020/me@work.cif",
    "/home/a:b@c.cif, /home/a:b@c.cif"
  })
  void credentialsAreHiddenAndNothingElse(String text, String shown) {
    assertThat(Locations.shown(text)).isEqualTo(shown);
    assertThat(Locations.shown(shown)).isEqualTo(shown);
  }
}
