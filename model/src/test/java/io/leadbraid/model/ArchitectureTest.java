package io.leadbraid.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IS_JAVA_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule VALUES_DO_NOT_KNOW_TOPICS = noClasses()
            .that()
            .resideInAPackage("io.leadbraid.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.leadbraid.model.topic..", "org.apache.kafka..", "tools.jackson..");
}
