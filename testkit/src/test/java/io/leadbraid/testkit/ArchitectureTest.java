package io.leadbraid.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule servesAllModulesAndKnowsNone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.leadbraid.access..",
                    "io.leadbraid.ingestion..",
                    "io.leadbraid.resolver..",
                    "io.leadbraid.merger..",
                    "io.leadbraid.api..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule onlyOneClassKnowsContainers = noClasses()
            .that()
            .doNotHaveSimpleName("ContainerServers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testcontainers..");
}
