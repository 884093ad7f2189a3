package org.obolus.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.obolus.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class TheOrderOfPackagesTest {

    @ArchTest
    static final ArchRule each_uses_only_those_above_it = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("endings")
            .definedBy("org.obolus.cli.endings")
            .layer("feeds")
            .definedBy("org.obolus.cli.feeds")
            .layer("links")
            .definedBy("org.obolus.cli.links")
            .layer("logins")
            .definedBy("org.obolus.cli.logins")
            .layer("sync")
            .definedBy("org.obolus.cli.sync")
            .layer("commands")
            .definedBy("org.obolus.cli")
            .whereLayer("commands")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("links")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("logins")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("sync")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("feeds")
            .mayOnlyBeAccessedByLayers("links", "sync", "commands");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl)");

    @ArchTest
    static final ArchRule only_the_start_knows_the_standard_streams = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.obolus.cli.Obolus")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule only_the_reader_of_feeds_knows_how_they_are_read = noClasses()
            .that()
            .resideOutsideOfPackage("org.obolus.cli.feeds")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rometools..", "org.jdom2..", "org.jsoup..");

    @ArchTest
    static final ArchRule only_commands_know_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("org.obolus.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}
