package io.leadbraid.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.leadbraid.ingestion.intake.LeadIntake;

@AnalyzeClasses(packages = "io.leadbraid.ingestion", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NORMALISERS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..normal")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "jakarta..", "io.leadbraid.access..");

    @ArchTest
    static final ArchRule THE_SPOOL_KNOWS_ONLY_FILES = noClasses()
            .that()
            .resideInAPackage("..spool")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "jakarta..", "io.leadbraid.access..");

    @ArchTest
    static final ArchRule CHANNELS_CANNOT_SEE_EACH_OTHER = slices().matching(
                    "io.leadbraid.ingestion.(telegram|whatsapp|avito|form|push|quarantine)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("io.leadbraid.ingestion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THERE_IS_ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage(LeadIntake.class.getPackageName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer");

    @ArchTest
    static final ArchRule CONNECTORS_KNOW_NO_TABLES = noClasses()
            .that()
            .resideInAnyPackage("..telegram", "..whatsapp", "..avito", "..form")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule JACKSON_2_IS_NOT_USED =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");
}
