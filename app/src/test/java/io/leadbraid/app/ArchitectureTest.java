package io.leadbraid.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between the modules, as the design draws them. */
@AnalyzeClasses(packages = "io.leadbraid", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_TO_THE_MODEL = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("io.leadbraid.model..")
            .layer("access")
            .definedBy("io.leadbraid.access..")
            .layer("ingestion")
            .definedBy("io.leadbraid.ingestion..")
            .layer("resolver")
            .definedBy("io.leadbraid.resolver..")
            .layer("merger")
            .definedBy("io.leadbraid.merger..")
            .layer("api")
            .definedBy("io.leadbraid.api..")
            .layer("simulator")
            .definedBy("io.leadbraid.simulator..")
            .layer("app")
            .definedBy("io.leadbraid.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("simulator")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("resolver")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("ingestion")
            .mayOnlyBeAccessedByLayers("api", "app")
            .whereLayer("merger")
            .mayOnlyBeAccessedByLayers("api", "app")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("ingestion", "merger", "api", "app");

    @ArchTest
    static final ArchRule THERE_IS_ONE_JACKSON =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");
}
