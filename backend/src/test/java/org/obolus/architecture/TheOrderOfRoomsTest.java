package org.obolus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;

@AnalyzeClasses(
        packages = "org.obolus",
        importOptions = {ImportOption.DoNotIncludeTests.class, OnlyTheServer.class})
class TheOrderOfRoomsTest {

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("org.obolus.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_package_uses_only_those_above_it =
            classes().that().resideInAPackage("org.obolus.*..").should(useOnlyRoomsAbove());

    @ArchTest
    static final ArchRule the_ledger_knows_names_and_not_people = noClasses()
            .that()
            .resideInAPackage("..ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.obolus.accounts..", "org.obolus.things..", "org.obolus.flattrs..");

    @ArchTest
    static final ArchRule features_are_flat =
            noClasses().should().resideInAPackage("org.obolus.*.*..").because("a feature is one package with one door");

    @ArchTest
    static final ArchRule nothing_but_the_guarded_client_visits_other_servers = noClasses()
            .that()
            .resideOutsideOfPackage("org.obolus.web..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.core.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.net.URLConnection.class);

    private static ArchCondition<JavaClass> useOnlyRoomsAbove() {
        return new ArchCondition<>("use only packages above their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var own = Rooms.IN_ORDER.indexOf(Rooms.of(type));
                if (own < 0) {
                    events.add(violated(type, type.getName() + " is in a package that has no place in the order"));
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> place(dependency) > own)
                        .forEach(dependency -> events.add(violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static int place(Dependency dependency) {
        return Rooms.IN_ORDER.indexOf(Rooms.of(dependency.getTargetClass()));
    }
}
