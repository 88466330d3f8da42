package org.laue;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

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
          .layer("defects")
          .definedBy("org.laue.defects..")
          .layer("fingerprints")
          .definedBy("org.laue.fingerprints..")
          .layer("model")
          .definedBy("org.laue.model..")
          .layer("evaluation")
          .definedBy("org.laue.evaluation..")
          .layer("tables")
          .definedBy("org.laue.tables..")
          .layer("spark")
          .definedBy("org.laue.spark..")
          .layer("reports")
          .definedBy("org.laue.reports..")
          .layer("cli")
          .definedBy("org.laue.cli..")
          .whereLayer("structure")
          .mayNotAccessAnyLayer()
          .whereLayer("formats")
          .mayOnlyAccessLayers("structure")
          .whereLayer("prototypes")
          .mayOnlyAccessLayers("structure")
          .whereLayer("symmetry")
          .mayOnlyAccessLayers("structure")
          .whereLayer("defects")
          .mayOnlyAccessLayers("structure")
          .whereLayer("fingerprints")
          .mayOnlyAccessLayers("structure", "symmetry")
          .whereLayer("model")
          .mayOnlyAccessLayers("fingerprints")
          .whereLayer("evaluation")
          .mayNotAccessAnyLayer()
          .whereLayer("tables")
          .mayOnlyAccessLayers("structure", "fingerprints", "evaluation")
          .whereLayer("spark")
          .mayOnlyAccessLayers(
              "structure",
              "formats",
              "prototypes",
              "symmetry",
              "defects",
              "fingerprints",
              "model",
              "evaluation",
              "tables")
          .whereLayer("reports")
          .mayOnlyAccessLayers("evaluation", "tables")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("org.laue.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theScienceKnowsNoSpark =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("org.laue.spark..", "org.laue.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule onlyModelAndSparkKnowDl4j =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("org.laue.model..", "org.laue.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");
}
