package io.leadbraid.merger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.merger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rulesAndReasonsArePure = noClasses()
            .that()
            .resideInAnyPackage("..merger.rules..", "..merger.why..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "tools.jackson..", "java.sql..", "..merger.leads..");

    @ArchTest
    static final ArchRule noBeanIsMadeOutsideConfigurations = noClasses()
            .that()
            .resideInAPackage("..merger.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.beans..", "org.springframework.context.annotation..");

    @ArchTest
    static final ArchRule onlyConsumptionAndOutboxKnowKafka = noClasses()
            .that()
            .resideInAnyPackage("..merger.leads..", "..merger.merges..", "..merger.inbound..", "..merger.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule nobodySeesOtherModules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.leadbraid.ingestion..",
                    "io.leadbraid.resolver..",
                    "io.leadbraid.api..",
                    "io.leadbraid.app..",
                    "com.fasterxml.jackson.databind..");
}
