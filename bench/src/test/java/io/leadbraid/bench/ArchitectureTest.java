package io.leadbraid.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule seesTheProductFromOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.leadbraid.access..",
                    "io.leadbraid.ingestion..",
                    "io.leadbraid.resolver..",
                    "io.leadbraid.merger..",
                    "io.leadbraid.api..",
                    "io.leadbraid.app..",
                    "org.springframework..")
            .because("what is measured is the jar that a user has");

    @ArchTest
    static final ArchRule hasLayers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("pipeline")
            .definedBy("..bench.pipeline..")
            .layer("product")
            .definedBy("..bench.product..")
            .layer("baseline")
            .definedBy("..bench.baseline..")
            .layer("load")
            .definedBy("..bench.load..")
            .layer("stream")
            .definedBy("..bench.stream..")
            .layer("measure")
            .definedBy("..bench.measure..")
            .whereLayer("product")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("baseline")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("load")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("stream")
            .mayOnlyBeAccessedByLayers("pipeline", "product", "baseline");
}
