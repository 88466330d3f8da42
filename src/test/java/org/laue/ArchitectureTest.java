package org.laue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.util.Set;
import org.apache.commons.lang3.SerializationUtils;

/** Holds the table of rooms: who may import whom, and who may know Spark and DL4J. */
@AnalyzeClasses(packages = "org.laue", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsImportOnlyWhatTheTableNames =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("structure")
          .definedBy("org.laue.structure..")
          .layer("formats")
          .definedBy("org.laue.formats..")
          .layer("prototypes")
          .definedBy("org.laue.prototypes..")
          .layer("symmetry")
          .definedBy("org.laue.symmetry..")
          .layer("scan")
          .definedBy("org.laue.scan..")
          .layer("defects")
          .definedBy("org.laue.defects..")
          .layer("descriptors")
          .definedBy("org.laue.descriptors..")
          .layer("learning")
          .definedBy("org.laue.learning..")
          .layer("evaluation")
          .definedBy("org.laue.evaluation..")
          .layer("tables")
          .definedBy("org.laue.tables..")
          .layer("api")
          .definedBy("org.laue.api..")
          .layer("study")
          .definedBy("org.laue.study..")
          .layer("spark")
          .definedBy("org.laue.spark..")
          .layer("reports")
          .definedBy("org.laue.reports..")
          .layer("cli")
          .definedBy("org.laue.cli..")
          .layer("bench")
          .definedBy("org.laue.bench..")
          .whereLayer("structure")
          .mayNotAccessAnyLayer()
          .whereLayer("formats")
          .mayOnlyAccessLayers("structure")
          .whereLayer("prototypes")
          .mayOnlyAccessLayers("structure", "symmetry")
          .whereLayer("symmetry")
          .mayOnlyAccessLayers("structure")
          .whereLayer("scan")
          .mayOnlyAccessLayers("structure")
          .whereLayer("defects")
          .mayOnlyAccessLayers("structure")
          .whereLayer("descriptors")
          .mayOnlyAccessLayers("structure", "symmetry")
          .whereLayer("learning")
          .mayOnlyAccessLayers("structure", "descriptors")
          .whereLayer("evaluation")
          .mayNotAccessAnyLayer()
          .whereLayer("tables")
          .mayOnlyAccessLayers("structure")
          .whereLayer("study")
          .mayOnlyAccessLayers(
              "structure",
              "prototypes",
              "symmetry",
              "defects",
              "descriptors",
              "learning",
              "evaluation",
              "tables")
          .whereLayer("api")
          .mayOnlyAccessLayers(
              "structure",
              "formats",
              "symmetry",
              "prototypes",
              "scan",
              "descriptors",
              "learning",
              "tables")
          .whereLayer("spark")
          .mayOnlyAccessLayers(
              "api",
              "structure",
              "formats",
              "prototypes",
              "symmetry",
              "scan",
              "defects",
              "descriptors",
              "learning",
              "evaluation",
              "tables",
              "study")
          .whereLayer("reports")
          .mayOnlyAccessLayers("evaluation")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("bench")
          .whereLayer("bench")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("org.laue.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule floorsHaveNoCycles =
      slices().matching("org.laue.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theScienceKnowsNoSpark =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("org.laue.spark..", "org.laue.cli..", "org.laue.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule onlyLearningAndSparkKnowDl4j =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("org.laue.learning..", "org.laue.spark..", "org.laue.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  /**
   * A file that is read as Java objects runs code of its writer's choice. Objects that Spark
   * carries from process to process may read their own fields, and no more.
   */
  @ArchTest
  static final ArchRule noFileIsReadAsJavaObjects =
      ArchRuleDefinition.noClasses()
          .should()
          .callCodeUnitWhere(describe("Java objects are read", ArchitectureTest::readsJavaObjects))
          .orShould()
          .beAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(SerializationUtils.class, XMLDecoder.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark.serializer..", "com.esotericsoftware.kryo..");

  private static boolean readsJavaObjects(JavaCodeUnitAccess<?> call) {
    return "objectFile".equals(call.getName())
        || (call.getTargetOwner().isAssignableTo(ObjectInputStream.class)
            && Set.of("<init>", "readObject", "readUnshared").contains(call.getName()));
  }
}
