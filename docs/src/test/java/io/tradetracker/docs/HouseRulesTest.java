package io.tradetracker.docs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tradetracker.api.error.TradeTrackerException;
import java.util.Map;
import java.util.Set;

/** What no class may do, wherever it is. */
@AnalyzeClasses(locations = ModuleClasses.class)
final class HouseRulesTest {
    private static final String[] EXACT = {
        "io.tradetracker.api.order..", "io.tradetracker.api.account..", "io.tradetracker.billing.."
    };

    /** A library and the packages in which its types may appear. */
    private static final Map<String, String[]> HOMES = Map.ofEntries(
            Map.entry("org.pf4j..", new String[] {"..pluginhost..", "..api.strategy..", "..plugins.."}),
            Map.entry("org.jdbi..", new String[] {"..postgres..", "..database.."}),
            Map.entry("java.sql..", new String[] {"..postgres..", "..database.."}),
            Map.entry("org.flywaydb..", new String[] {"..postgres..", "..database.."}),
            Map.entry("com.zaxxer..", new String[] {"..postgres..", "..database.."}),
            Map.entry("io.zonky..", new String[] {"..samples..", "..testkit.."}),
            Map.entry("io.javalin..", new String[] {"..samples..", "..simulator.."}),
            Map.entry("org.knowm.xchart..", new String[] {"..charts.report.."}),
            Map.entry("org.ta4j..", new String[] {"..ta4j..", "..samples.benchmarks.."}),
            Map.entry("com.fasterxml.jackson..", new String[] {
                "..json..",
                "..core..",
                "..postgres..",
                "..database..",
                "..samples..",
                "..plugin*..",
                "..ai..",
                "..broker..",
                "..billing.."
            }),
            Map.entry("okhttp3..", new String[] {"..broker.capital..", "..ai.."}));

    @ArchTest
    static void librariesStayAtHome(JavaClasses classes) {
        HOMES.forEach((library, homes) -> noClasses()
                .that(not(resideInAnyPackage(homes)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that is known in one place can be replaced there")
                .check(classes));
    }

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses()
            .should()
            .callMethodWhere(target(readsTheWallClock()))
            .because("a backtest, a replay and a test bring their own time, as an InstantSource");

    @ArchTest
    static final ArchRule THE_SYSTEM_CLOCK_ENTERS_ONCE = noClasses()
            .that(not(resideInAnyPackage("io.tradetracker.core", "io.tradetracker.samples..")))
            .should()
            .callMethodWhere(target(named(Set.of(
                    "java.time.InstantSource.system",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system"))))
            .because("the composer of the SDK and the programs around it choose the clock");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(target(named(Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep"))))
            .because("a sleep is a race that has not been lost yet; wait for a condition");

    @ArchTest
    static final ArchRule MONEY_IS_EXACT = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawType(floating())
            .because("orders and balances are BigDecimal");

    @ArchTest
    static final ArchRule MONEY_IS_RETURNED_EXACTLY = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawReturnType(floating())
            .because("orders and balances are BigDecimal");

    @ArchTest
    static final ArchRule API_TYPES_ARE_VALUES_OR_PORTS = classes()
            .that()
            .resideInAPackage("io.tradetracker.api..")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and(not(assignableTo(Record.class)))
            .and(not(assignableTo(Throwable.class)))
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveOnlyPrivateConstructors()
            .because("what crosses the plugin border is immutable data made by factories");

    @ArchTest
    static final ArchRule NOTHING_IS_SET = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.tradetracker.api..")
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("values do not change; a copy comes from withX");

    @ArchTest
    static final ArchRule ONE_EXCEPTION = classes()
            .that()
            .areAssignableTo(Exception.class)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(TradeTrackerException.class)
            .because("a caller tells failures apart by code, not by type");

    @ArchTest
    static final ArchRule FAILURES_HAVE_A_CODE = noClasses()
            .that(not(assignableTo(Throwable.class)))
            .should()
            .callConstructorWhere(target(ownedBy(Set.of(
                    "java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error", "java.lang.Throwable"))))
            .because("a bare exception tells nobody whose fault it is");

    @ArchTest
    static final ArchRule LIBRARIES_ARE_QUIET = noClasses()
            .that(not(resideInAPackage("io.tradetracker.samples..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("an embedder's console and logging are its own; log through SLF4J");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto|Common)(\\$.*)?")
            .orShould()
            .haveSimpleName("Trade")
            .orShould()
            .resideInAnyPackage(
                    "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..model..", "..manager..")
            .because("docs/vocabulary.md has the words");

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> readsTheWallClock() {
        return DescribedPredicate.describe("reads the wall clock", target -> {
            boolean now = target.getName().equals("now")
                    && target.getOwner().getPackageName().equals("java.time")
                    && target.getRawParameterTypes().isEmpty();
            return now || target.getFullName().startsWith("java.lang.System.currentTimeMillis(");
        });
    }

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> named(Set<String> names) {
        return DescribedPredicate.describe(
                "is one of " + names, target -> names.contains(target.getOwner().getName() + "." + target.getName()));
    }

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> ownedBy(Set<String> owners) {
        return DescribedPredicate.describe(
                "belongs to " + owners,
                target -> owners.contains(target.getOwner().getName()));
    }

    private static DescribedPredicate<JavaClass> floating() {
        Set<String> types = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return DescribedPredicate.describe("double or float", type -> types.contains(type.getName()));
    }
}
