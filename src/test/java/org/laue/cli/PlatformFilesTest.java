package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files by which platforms start Laue: each is read, and its class, its arguments and the files
 * that it names are there. No platform's schema is used; some fields are looked for by name.
 */
class PlatformFilesTest {
  private static final Path JOBS = Path.of("jobs");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words in capitals of two letters or more that are no placeholders. */
  private static final List<String> NAMES =
      List.of(
          "CUSTOM_JAR",
          "CONTINUE",
          "SINGLE_USER",
          "OMP_NUM_THREADS",
          "JNAME",
          "JAVA_HOME",
          "JSON",
          "SPARK_HOME");

  private static final Pattern CAPITALS = Pattern.compile("(?<![\\w{])[A-Z][A-Z_]+(?![\\w}])");

  private static JsonNode json(String file) throws IOException {
    return JSON.readTree(JOBS.resolve(file).toFile());
  }

  /** The documents of a file. */
  private static List<JsonNode> yaml(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(Files.readString(JOBS.resolve(file)))
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }

  private static List<String> texts(JsonNode array) {
    assertThat(array.isArray()).as("%s", array).isTrue();
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** That the words are a call of a command, with options that it has. */
  private static void assertIsCall(List<String> arguments) {
    assertThat(arguments.get(0)).isEqualTo("study");
    Laue.commandLine().parseArgs(arguments.toArray(String[]::new));
    assertThat(arguments).contains("--output");
  }

  private static void assertIsMain(String name) throws ReflectiveOperationException {
    assertThat(Class.forName(name).getMethod("main", String[].class)).isNotNull();
  }

  private static void assertHas(JsonNode object, String... fields) {
    for (String field : fields) {
      assertThat(object.hasNonNull(field)).as("%s of %s", field, object).isTrue();
    }
  }

  @Test
  void databricksJob() throws Exception {
    JsonNode job = json("databricks/job.json");
    assertHas(job, "name", "tasks", "job_clusters");
    assertIsDatabricksJob(job);
  }

  @Test
  void databricksBundle() throws Exception {
    JsonNode bundle = yaml("databricks/databricks.yml").get(0);
    assertHas(bundle, "bundle", "resources", "targets", "variables");
    assertHas(bundle.get("bundle"), "name");
    JsonNode job = bundle.at("/resources/jobs/laue_study");
    assertIsDatabricksJob(job);
    assertThat(job.get("job_clusters").get(0))
        .as("job and bundle have one cluster")
        .isEqualTo(json("databricks/job.json").get("job_clusters").get(0));
    assertThat(bundle.get("variables").has("output")).isTrue();
    assertThat(bundle.get("variables").has("structures")).isTrue();
  }

  private static void assertIsDatabricksJob(JsonNode job) throws Exception {
    JsonNode task = job.get("tasks").get(0);
    assertHas(task, "task_key", "job_cluster_key", "spark_jar_task", "libraries");
    assertThat(task.get("job_cluster_key"))
        .isEqualTo(job.get("job_clusters").get(0).get("job_cluster_key"));
    JsonNode cluster = job.get("job_clusters").get(0).get("new_cluster");
    assertHas(cluster, "spark_version", "node_type_id", "num_workers", "data_security_mode");
    assertThat(cluster.get("spark_version").asText()).endsWith("-scala2.12");
    JsonNode jar = task.get("spark_jar_task");
    assertIsMain(jar.get("main_class_name").asText());
    assertIsCall(texts(jar.get("parameters")));
    assertThat(task.get("libraries").get(0).get("jar").asText()).endsWith("laue-VERSION-job.jar");
  }

  @Test
  void emrStepAndCluster() throws Exception {
    JsonNode step = json("emr/step.json").get(0);
    assertHas(step, "Name", "Type", "Jar", "ActionOnFailure", "Args");
    List<String> arguments = texts(step.get("Args"));
    assertThat(arguments.subList(0, 2)).containsExactly("bash", "-c");
    String script = arguments.get(2);
    assertIsBash(script);
    assertIsMain(word(script, "--class"));
    assertThat(Path.of("conf", "spark-defaults.conf")).exists();
    assertThat(script).contains("/spark-defaults.conf " + word(script, "--properties-file"));
    assertIsCall(words(script.substring(script.indexOf("/tmp/laue.jar study") + 14)));
    for (JsonNode configuration : json("emr/cluster.json")) {
      assertHas(configuration, "Classification");
      assertThat(configuration.has("Properties") || configuration.has("Configurations")).isTrue();
    }
  }

  @Test
  void emrServerless() throws Exception {
    JsonNode run = json("emr/serverless.json");
    assertHas(run, "applicationId", "executionRoleArn", "jobDriver");
    JsonNode submit = run.at("/jobDriver/sparkSubmit");
    assertHas(submit, "entryPoint", "entryPointArguments", "sparkSubmitParameters");
    assertIsMain(word(submit.get("sparkSubmitParameters").asText(), "--class"));
    List<String> call = texts(submit.get("entryPointArguments"));
    assertIsCall(call);
    assertThat(word(submit.get("sparkSubmitParameters").asText(), "--files"))
        .endsWith("/" + call.get(1));
  }

  @Test
  void kubernetesSubmit() throws Exception {
    String script = Files.readString(JOBS.resolve("kubernetes/submit.sh"));
    String joined = script.replace("\\\n", " ");
    assertIsMain(word(joined, "--class"));
    List<String> all = words(joined.substring(joined.indexOf("exec ")));
    assertIsCall(all.subList(all.indexOf("study"), all.size()));
  }

  @Test
  void kubernetesOperator() throws Exception {
    List<JsonNode> documents = yaml("kubernetes/spark-application.yaml");
    JsonNode map = documents.get(0);
    JsonNode application = documents.get(1);
    assertThat(application.get("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertHas(application.get("spec"), "schedule", "template");
    JsonNode template = application.at("/spec/template");
    assertHas(
        template, "type", "mode", "image", "sparkVersion", "mainClass", "mainApplicationFile");
    assertHas(template, "driver", "executor", "arguments");
    assertIsMain(template.get("mainClass").asText());
    List<String> call = texts(template.get("arguments"));
    assertIsCall(call);
    assertThat(template.at("/volumes/0/configMap/name")).isEqualTo(map.at("/metadata/name"));
    Path study = Path.of(call.get(1));
    assertThat(study.getParent().toString())
        .isEqualTo(template.at("/driver/volumeMounts/0/mountPath").asText());
    assertThat(map.get("data").has(study.getFileName().toString())).isTrue();
  }

  @Test
  void airflow() throws Exception {
    Path dag = JOBS.resolve("airflow/laue_dag.py");
    String text = Files.readString(dag);
    assertIsMain(text.replaceAll("(?s).*java_class=\"([^\"]+)\".*", "$1"));
    String list = text.replaceAll("(?s).*application_args=\\[(.*?)].*", "$1");
    assertIsCall(
        Arrays.stream(list.split(","))
            .map(word -> word.strip().replace("\"", ""))
            .filter(word -> !word.isEmpty())
            .toList());
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "No python3 to parse it");
    assertThat(exit("/usr/bin/python3", "-c", "import ast,sys; ast.parse(sys.argv[1])", text))
        .isZero();
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(JOBS)) {
      return all.filter(Files::isRegularFile).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsNamedForPeopleAndItsPlaceholdersStandInTheTable(Path file) throws Exception {
    String readme = Files.readString(JOBS.resolve("README.md"));
    if (!file.endsWith("README.md")) {
      assertThat(readme).contains(file.getFileName().toString());
    }
    String text = Files.readString(file);
    if (text.startsWith("#!/usr/bin/env bash")) {
      assertThat(exit("bash", "-n", file.toString())).isZero();
      assertThat(Files.isExecutable(file)).isTrue();
    }
    if (file.getNameCount() > 2 && !file.toString().endsWith(".py")) {
      assertThat(CAPITALS.matcher(text).results().map(match -> match.group()).distinct())
          .filteredOn(word -> !NAMES.contains(word))
          .allSatisfy(word -> assertThat(readme).contains("`" + word + "`"));
    }
  }

  private static void assertIsBash(String script) throws Exception {
    assertThat(exit("bash", "-n", "-c", script)).isZero();
  }

  private static int exit(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /** The word behind an option. */
  private static String word(String text, String option) {
    List<String> words = words(text);
    return words.get(words.indexOf(option) + 1);
  }
}
