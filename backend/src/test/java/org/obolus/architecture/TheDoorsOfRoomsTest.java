package org.obolus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.obolus.problems.Problem;

@AnalyzeClasses(
        packages = "org.obolus",
        importOptions = {ImportOption.DoNotIncludeTests.class, OnlyTheServer.class})
class TheDoorsOfRoomsTest {

    private static final DescribedPredicate<JavaClass> BEANS = DescribedPredicate.describe(
            "beans", type -> type.isMetaAnnotatedWith(NormalScope.class) || type.isAnnotatedWith(Singleton.class));

    @ArchTest
    static final ArchRule resources_are_nobodys_business =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule entities_are_nobodys_business = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rows_are_nobodys_business = classes()
            .that()
            .haveSimpleNameEndingWith("Rows")
            .or()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Job")
            .should()
            .bePackagePrivate()
            .orShould()
            .haveModifier(JavaModifier.PRIVATE);

    @ArchTest
    static final ArchRule a_feature_has_one_door =
            classes().that(BEANS).and().arePublic().should(beADoor());

    @ArchTest
    static final ArchRule only_the_container_makes_beans = constructors()
            .that()
            .areDeclaredInClassesThat(BEANS)
            .and(needSomething())
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule beans_say_in_their_constructor_what_they_need =
            noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule what_answers_requests_is_public = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .bePublic()
            .because("the framework drops others with no more than a warning");

    @ArchTest
    static final ArchRule what_runs_by_schedule_is_no_door = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beDeclaredInClassesThat()
            .arePackagePrivate();

    @ArchTest
    static final ArchRule the_reasons_of_a_refusal_are_known =
            classes().that().areAssignableTo(Problem.class).should(beSealedOrFinal());

    private static DescribedPredicate<JavaConstructor> needSomething() {
        return DescribedPredicate.describe(
                "need something", made -> !made.getRawParameterTypes().isEmpty());
    }

    private static ArchCondition<JavaClass> beADoor() {
        return new ArchCondition<>("be the door of their feature") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                var room = Rooms.of(bean);
                if (!Rooms.KERNEL.contains(room)
                        && !Rooms.DOORS.getOrDefault(room, Set.of()).contains(bean.getSimpleName())) {
                    events.add(violated(bean, bean.getName() + " is public and not the door of " + room));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beSealedOrFinal() {
        return new ArchCondition<>("be a sealed family or one of its final reasons") {
            @Override
            public void check(JavaClass problem, ConditionEvents events) {
                var isKnown = problem.isEquivalentTo(Problem.class)
                        || problem.reflect().isSealed()
                        || problem.getModifiers().contains(JavaModifier.FINAL);
                if (!isKnown) {
                    events.add(violated(problem, problem.getName() + " is neither sealed nor final"));
                }
            }
        };
    }
}
