package org.laue.spark;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An S3 server on the loopback, in a process and with a class path of its own, which the build
 * writes down; it keeps its objects in memory and checks signatures.
 */
public final class S3Server implements AutoCloseable {
  public static final String KEY = "laue";

  /** Nothing that Laue writes or says may hold it. */
  public static final String SECRET = "planted-secret-of-s3";

  private static final Path CLASS_PATH = Path.of("target", "s3proxy.classpath");
  private static final Pattern LISTENING =
      Pattern.compile("Started ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
  private static final long PATIENCE_SECONDS = 300;

  private static final String PROPERTIES =
      """
      s3proxy.endpoint=http://127.0.0.1:0
      s3proxy.authorization=aws-v2-or-v4
      s3proxy.identity=%s
      s3proxy.credential=%s
      jclouds.provider=transient
      jclouds.identity=none
      jclouds.credential=none
      """;

  private static final String LOGGING =
      """
      <configuration>
        <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%msg%n</pattern></encoder>
        </appender>
        <root level="info"><appender-ref ref="console"/></root>
      </configuration>
      """;

  private final Process process;
  private final String endpoint;

  private S3Server(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param directory for its settings and its log
   */
  public static S3Server start(Path directory) throws IOException {
    if (!Files.exists(CLASS_PATH)) {
      throw new IllegalStateException(
          CLASS_PATH + " is missing; 'mvn generate-test-resources' writes it");
    }
    Path properties = directory.resolve("s3proxy.properties");
    Files.writeString(properties, PROPERTIES.formatted(KEY, SECRET));
    Path logging = Files.writeString(directory.resolve("logback.xml"), LOGGING);
    Path log = directory.resolve("s3proxy.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                Files.readString(CLASS_PATH),
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return new S3Server(process, "http://127.0.0.1:" + port(process, log));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String port(Process process, Path log) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return listening.group(1);
      }
      try {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("No S3 server:\n" + Files.readString(log));
  }

  public String endpoint() {
    return endpoint;
  }

  /**
   * Makes a bucket.
   *
   * @return its URI
   */
  public String bucket(String name) {
    AmazonS3 client =
        AmazonS3ClientBuilder.standard()
            .withPathStyleAccessEnabled(true)
            .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials(KEY, SECRET)))
            .withEndpointConfiguration(new EndpointConfiguration(endpoint, "us-east-1"))
            .build();
    try {
      client.createBucket(name);
    } finally {
      client.shutdown();
    }
    return "s3a://" + name;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
