package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.elasticmapreduce.model.ActionOnFailure;
import com.amazonaws.services.elasticmapreduce.model.Configuration;
import com.amazonaws.services.emrserverless.model.JobDriver;
import com.databricks.sdk.service.jobs.CreateJob;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The platforms' files hold nothing that the platforms do not know: each is read into the classes
 * of the platform's own client for Java, which refuse a field that they do not have and a value of
 * another type. Where there is no such client (the Spark operator, the steps of the AWS command
 * line) the names of the fields stand here.
 */
class PlatformSchemasTest {
  private static final Path JOBS = Path.of("jobs");

  /** Refuses fields that a class does not have. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static JsonNode json(String file) throws IOException {
    return STRICT.readTree(JOBS.resolve(file).toFile());
  }

  private static List<JsonNode> yaml(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(Files.readString(JOBS.resolve(file)))
        .forEach(document -> documents.add(STRICT.valueToTree(document)));
    return documents;
  }

  private static <T> T read(JsonNode node, Class<T> type) throws IOException {
    return STRICT.treeToValue(node, type);
  }

  /** Fields that an object has, all of them known, some of them needed. */
  private static void assertFields(JsonNode object, Set<String> needed, Set<String> possible) {
    assertThat(object.isObject()).as("%s", object).isTrue();
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsAll(needed);
    assertThat(names).isSubsetOf(Stream.concat(needed.stream(), possible.stream()).toList());
  }

  @Test
  void databricksJobIsOneThatItsClientCreates() throws IOException {
    JsonNode job = json("databricks/job.json");
    assertThat(read(job, CreateJob.class).getTasks()).hasSize(1);
    ObjectNode wrong = job.deepCopy();
    ((ObjectNode) wrong.at("/tasks/0/spark_jar_task")).put("main_class", "x");
    assertThatThrownBy(() -> read(wrong, CreateJob.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("main_class");
  }

  /** What a bundle adds to its jobs has no class in the client: the names of its fields. */
  @Test
  void databricksBundleHoldsSuchAJob() throws IOException {
    JsonNode bundle = yaml("databricks/databricks.yml").get(0);
    assertFields(
        bundle, Set.of("bundle", "resources", "targets"), Set.of("variables", "workspace"));
    assertFields(bundle.get("bundle"), Set.of("name"), Set.of());
    assertFields(bundle.get("workspace"), Set.of("host"), Set.of("artifact_path"));
    bundle.get("variables").forEach(v -> assertFields(v, Set.of("default"), Set.of("description")));
    bundle.get("targets").forEach(t -> assertFields(t, Set.of("mode"), Set.of("default")));
    assertFields(bundle.get("resources"), Set.of("jobs"), Set.of());
    for (JsonNode job : bundle.at("/resources/jobs")) {
      assertThat(read(job, CreateJob.class).getJobClusters()).hasSize(1);
    }
  }

  @Test
  void emrConfigurationsAndJobsAreThoseOfItsClient() throws IOException {
    ObjectMapper capitals =
        STRICT.copy().setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE);
    for (JsonNode configuration : json("emr/cluster.json")) {
      assertThat(capitals.treeToValue(configuration, Configuration.class).getClassification())
          .startsWith("spark");
    }
    JsonNode run = json("emr/serverless.json");
    assertFields(run, Set.of("applicationId", "executionRoleArn"), Set.of("name", "jobDriver"));
    assertThat(read(run.get("jobDriver"), JobDriver.class).getSparkSubmit().getEntryPoint())
        .endsWith(".jar");
  }

  /** The steps of {@code aws emr add-steps}: {@code STEPS_SCHEMA} of the AWS command line. */
  @Test
  void emrStepsAreThoseOfTheCommandLine() throws IOException {
    for (JsonNode step : json("emr/step.json")) {
      assertFields(
          step,
          Set.of("Jar"),
          Set.of("Type", "Name", "ActionOnFailure", "Args", "MainClass", "Properties"));
      assertThat(step.get("Type").asText())
          .isIn("CUSTOM_JAR", "STREAMING", "HIVE", "PIG", "IMPALA");
      assertThat(ActionOnFailure.fromValue(step.get("ActionOnFailure").asText())).isNotNull();
      step.get("Args").forEach(word -> assertThat(word.isTextual()).isTrue());
    }
  }

  /**
   * The application is one of {@code sparkoperator.k8s.io/v1beta2}; what it has of Kubernetes
   * itself is read by Kubernetes' client.
   */
  @Test
  void sparkApplicationHoldsWhatTheOperatorKnows() throws IOException {
    List<JsonNode> documents = yaml("kubernetes/spark-application.yaml");
    assertThat(read(documents.get(0), ConfigMap.class).getData()).hasSize(1);
    JsonNode application = documents.get(1);
    assertFields(application, Set.of("apiVersion", "kind", "metadata", "spec"), Set.of());
    assertThat(read(application.get("metadata"), ObjectMeta.class).getName()).isNotEmpty();
    JsonNode spec = application.get("spec");
    assertFields(spec, Set.of("schedule", "template"), Set.of("concurrencyPolicy", "suspend"));
    assertThat(spec.get("concurrencyPolicy").asText()).isIn("Allow", "Forbid", "Replace");
    JsonNode template = spec.get("template");
    assertFields(
        template,
        Set.of("type", "sparkVersion", "mainApplicationFile", "driver", "executor"),
        Set.of("mode", "image", "mainClass", "arguments", "sparkConf", "restartPolicy", "volumes"));
    assertThat(template.get("type").asText()).isIn("Java", "Scala", "Python", "R");
    assertThat(template.get("mode").asText()).isIn("cluster", "client");
    template.get("sparkConf").forEach(value -> assertThat(value.isTextual()).isTrue());
    assertRestarts(template.get("restartPolicy"));
    for (JsonNode volume : template.get("volumes")) {
      assertThat(read(volume, Volume.class).getConfigMap()).isNotNull();
    }
    assertPod(template.get("driver"), "serviceAccount");
    assertPod(template.get("executor"), "instances");
  }

  private static void assertRestarts(JsonNode policy) {
    Set<String> numbers =
        Set.of(
            "onFailureRetries",
            "onFailureRetryInterval",
            "onSubmissionFailureRetries",
            "onSubmissionFailureRetryInterval");
    assertFields(policy, Set.of("type"), numbers);
    assertThat(policy.get("type").asText()).isIn("Never", "Always", "OnFailure");
    numbers.stream()
        .filter(policy::has)
        .forEach(number -> assertThat(policy.get(number).isInt()).as(number).isTrue());
  }

  private static void assertPod(JsonNode pod, String own) throws IOException {
    assertFields(
        pod,
        Set.of("cores", "memory", own),
        Set.of("memoryOverhead", "javaOptions", "env", "labels", "annotations", "volumeMounts"));
    assertThat(pod.get("cores").isInt()).isTrue();
    assertThat(pod.get("memory").isTextual()).isTrue();
    for (JsonNode mount : pod.path("volumeMounts")) {
      assertThat(read(mount, VolumeMount.class).getMountPath()).startsWith("/");
    }
  }
}
