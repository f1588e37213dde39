package io.leadbraid.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.access", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_KAFKA_AND_NO_OTHER_JACKSON = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "com.fasterxml.jackson.databind..", "io.leadbraid.model.topic..");

    @ArchTest
    static final ArchRule PROBLEMS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.leadbraid.access.problem")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.leadbraid.access", "io.leadbraid.access.web", "io.leadbraid.model..");
}
