package io.leadbraid.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sharesNothingWithWhatItMeasures = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.leadbraid.model..",
                    "io.leadbraid.access..",
                    "io.leadbraid.ingestion..",
                    "io.leadbraid.resolver..",
                    "io.leadbraid.merger..",
                    "io.leadbraid.api..",
                    "io.leadbraid.servers..",
                    "org.springframework..",
                    "com.google.i18n.phonenumbers..");

    @ArchTest
    static final ArchRule peopleDoNotKnowWhereTheyWriteTo = noClasses()
            .that()
            .resideInAPackage("io.leadbraid.simulator.population..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.leadbraid.simulator.sending..",
                    "io.leadbraid.simulator.result..",
                    "tools.jackson..",
                    "java.net..");
}
