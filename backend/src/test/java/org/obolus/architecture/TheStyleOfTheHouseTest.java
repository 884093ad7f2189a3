package org.obolus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Date;

@AnalyzeClasses(
        packages = "org.obolus",
        importOptions = {ImportOption.DoNotIncludeTests.class, OnlyTheServer.class})
class TheStyleOfTheHouseTest {

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl)")
            .because("such a name fits every class");

    @ArchTest
    static final ArchRule time_comes_from_the_two_clocks = noClasses()
            .that()
            .doNotHaveSimpleName("RealTime")
            .should()
            .callMethodWhere(target(readsTheMachinesClock()))
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(java.util.Calendar.class, "getInstance");

    /** It runs one command in place of the server: there is nobody else to keep waiting, and its output is its answer. */
    private static final String COMMAND_LINE = "org.obolus.CommandLine";

    @ArchTest
    static final ArchRule nothing_waits_but_the_start = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Start")
            .and()
            .doNotHaveFullyQualifiedName(COMMAND_LINE)
            .should()
            .callMethod(Uni.class, "await")
            .because("a thread that waits answers nobody");

    @ArchTest
    static final ArchRule what_is_said_goes_to_the_log = noClasses()
            .that()
            .resideOutsideOfPackage("org.obolus.demo..")
            .and()
            .doNotHaveFullyQualifiedName(COMMAND_LINE)
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule forms_take_nothing_but_forms = methods()
            .that(describe(
                    "take what a form sent",
                    (JavaMethod method) -> method.isAnnotatedWith(POST.class)
                            && method.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(MultivaluedMap.class))))
            .should()
            .beAnnotatedWith(Consumes.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Consumes.class)
            .because("any other body would be taken for a failure of ours");

    private static DescribedPredicate<CodeUnitCallTarget> readsTheMachinesClock() {
        var now = describe(
                "now() without a clock",
                (CodeUnitCallTarget call) -> call.getOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)));
        var system = describe(
                "the machine's clock",
                (CodeUnitCallTarget call) -> call.getOwner().isEquivalentTo(System.class)
                                && nameMatching("currentTimeMillis|nanoTime").test(call)
                        || call.getOwner().isEquivalentTo(Clock.class)
                                && nameMatching("system.*|tick.*").test(call));
        return now.or(system);
    }
}
