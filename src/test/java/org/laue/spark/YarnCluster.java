package org.laue.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * Hadoop's YARN in this JVM, with one node manager whose containers are processes of this machine,
 * and what spark-submit needs to find it.
 */
public final class YarnCluster implements AutoCloseable {
  private final SparkProcesses processes;
  private final MiniYARNCluster yarn;
  private final Path settings;

  private YarnCluster(Path directory, Configuration storage) throws IOException {
    this.processes = new SparkProcesses(directory);
    YarnConfiguration configuration = new YarnConfiguration(storage);
    configuration.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    configuration.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
    configuration.set(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100");
    configuration.setInt("yarn.minicluster.yarn.nodemanager.resource.memory-mb", 12_288);
    configuration.set("yarn.resourcemanager.hostname", "localhost");
    // The mini cluster has no capacity-scheduler.xml.
    String root = "yarn.scheduler.capacity.root.";
    configuration.set(root + "queues", "default");
    configuration.set(root + "default.capacity", "100");
    configuration.set(root + "default.maximum-capacity", "100");
    configuration.set(root + "default.user-limit-factor", "1");
    configuration.set(root + "default.state", "RUNNING");
    configuration.set(root + "default.acl_submit_applications", "*");
    configuration.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.8");
    configuration.set("yarn.scheduler.capacity.node-locality-delay", "-1");
    yarn = new MiniYARNCluster("laue", 1, 1, 1);
    yarn.init(configuration);
    yarn.start();
    settings = Files.createDirectory(directory.resolve("hadoop"));
    for (String file : List.of("core-site.xml", "yarn-site.xml")) {
      try (OutputStream out = Files.newOutputStream(settings.resolve(file))) {
        yarn.getConfig().writeXml(out);
      }
    }
  }

  /** Whether Spark's part for YARN is on the class path: the profile {@code yarn}. */
  public static boolean isThere() {
    try {
      Class.forName(
          "org.apache.spark.deploy.yarn.Client", false, YarnCluster.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * @param directory an empty directory
   * @param storage settings of the file systems
   */
  public static YarnCluster start(Path directory, Configuration storage) throws IOException {
    return new YarnCluster(directory, storage);
  }

  /**
   * Submits a job jar with its main class.
   *
   * @param mode {@code client} or {@code cluster}
   * @param file that the driver finds under its name in its directory
   */
  public SparkProcesses.Submission submit(
      String mode, Path jar, Class<?> main, Path file, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--master", "yarn", "--deploy-mode", mode, "--class", main.getName()));
    command.addAll(List.of("--num-executors", "1", "--executor-cores", "2"));
    command.addAll(List.of("--executor-memory", "1g", "--driver-memory", "1g"));
    command.addAll(List.of("--files", file.toString()));
    Map<String, String> conf =
        Map.ofEntries(
            Map.entry("spark.yarn.jars", jars()),
            Map.entry("spark.executorEnv.OMP_NUM_THREADS", "1"),
            Map.entry("spark.yarn.appMasterEnv.OMP_NUM_THREADS", "1"),
            Map.entry("spark.executorEnv.JAVA_HOME", System.getProperty("java.home")),
            Map.entry("spark.yarn.appMasterEnv.JAVA_HOME", System.getProperty("java.home")),
            Map.entry("spark.executor.memoryOverhead", "1536m"),
            Map.entry("spark.driver.memoryOverhead", "1536m"),
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.sql.shuffle.partitions", "2"),
            Map.entry("spark.network.timeout", "600s"),
            Map.entry("spark.yarn.am.waitTime", "600s"));
    conf.forEach((key, value) -> SparkProcesses.addConfiguration(command, key, value));
    String options =
        String.join(" ", SparkProcesses.SMALL_JVM) + " -Dorg.bytedeco.javacpp.maxbytes=1g";
    SparkProcesses.addConfiguration(command, "spark.executor.extraJavaOptions", options);
    SparkProcesses.addConfiguration(command, "spark.driver.extraJavaOptions", options);
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of("HADOOP_CONF_DIR", settings.toString(), "YARN_CONF_DIR", settings.toString());
    // Where spark-submit's script stands in for us, it puts the settings on the class path.
    String classes = settings + File.pathSeparator + SparkProcesses.CLASS_PATH;
    return processes.submit(command, environment, classes);
  }

  private static String jars() {
    return SparkProcesses.entries(true).stream()
        .map(jar -> "local:" + jar)
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() throws IOException {
    processes.close();
    yarn.close();
  }
}
