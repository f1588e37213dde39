package io.leadbraid.servers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.fasterxml.jackson..", "tools.jackson..")
            .because("servers start without the program they serve");

    @ArchTest
    static final ArchRule onlyTheBrokersOwnFilesSeeKafka = noClasses()
            .that()
            .haveSimpleNameNotContaining("Kafka")
            .and()
            .haveSimpleNameNotContaining("Broker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule staysInOnePackage =
            classes().should().resideInAPackage("io.leadbraid.servers").because("it is one idea");
}
