package io.leadbraid.resolver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadbraid.resolver", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule graphSeesOnlyTheModel = classes()
            .that()
            .resideInAPackage("..resolver.graph")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.leadbraid.model", "io.leadbraid.resolver.graph");

    @ArchTest
    static final ArchRule namesSeeNothingOfTheProject = classes()
            .that()
            .resideInAPackage("..resolver.names")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.commons.text.similarity",
                    "com.github.benmanes.caffeine.cache",
                    "io.leadbraid.resolver.names");

    @ArchTest
    static final ArchRule siftDoesNotSeeTheGraph = noClasses()
            .that()
            .resideInAPackage("..resolver.sift")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..resolver.graph", "..resolver.profiles", "io.leadbraid.resolver");

    @ArchTest
    static final ArchRule theGraphDoesNotSeeSift = noClasses()
            .that()
            .resideInAnyPackage("..resolver.graph", "..resolver.profiles")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..resolver.sift", "io.leadbraid.resolver");

    @ArchTest
    static final ArchRule springStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadbraid.resolver")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.micrometer..");
}
