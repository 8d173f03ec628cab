package io.tradetracker.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may know whom. The picture is in docs/architecture.md. */
@AnalyzeClasses(locations = ModuleClasses.class)
final class ArrowsTest {
    private static final String BASE = "io.tradetracker.";

    /** Each artifact's package and the packages of this project it may see besides its own. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("api", List.of()),
            Map.entry("indicators", List.of("api")),
            Map.entry("testkit", List.of("api")),
            Map.entry("processor", List.of("api")),
            Map.entry("json", List.of()),
            Map.entry("core", List.of("api", "indicators", "json")),
            Map.entry("pluginhost", List.of("api", "indicators", "json", "core")),
            Map.entry("ta4j", List.of("api", "indicators", "json", "core")),
            Map.entry("coretestkit", List.of("api", "json", "core", "testkit")),
            Map.entry("strategytestkit", List.of("api", "indicators", "json", "core", "pluginhost", "testkit")),
            Map.entry("database", List.of("api", "json")),
            Map.entry("postgres", List.of("api", "indicators", "json", "core", "database")),
            Map.entry("broker", List.of("api", "json")),
            Map.entry("charts", List.of("api", "indicators", "json")),
            Map.entry("ai", List.of("api", "indicators", "json", "charts", "core", "database")),
            Map.entry("billing", List.of("api", "json", "database")),
            Map.entry("plugins", List.of("api")));

    @ArchTest
    static void arrowsPointOneWay(JavaClasses classes) {
        ARROWS.forEach((from, to) -> arrow(from, to).check(classes));
    }

    @ArchTest
    static void everyArtifactHasItsArrows(JavaClasses classes) {
        Set<String> artifacts = new TreeSet<>();
        classes.forEach(type -> artifacts.add(type.getPackageName().split("\\.", -1)[2]));

        assertThat(artifacts)
                .as("packages below io.tradetracker that ArrowsTest says nothing about, and at least these exist")
                .isSubsetOf(Stream.concat(ARROWS.keySet().stream(), Stream.of("samples"))
                        .toList())
                .contains("api", "core", "indicators", "json");
    }

    @ArchTest
    static void noPackageIsSplitBetweenArtifacts(JavaClasses classes) {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass type : classes) {
            String file = type.getSource().orElseThrow().getUri().getPath();
            String module = file.substring(0, file.indexOf("/target/classes/"));
            modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(module);
        }

        assertThat(modules.values())
                .isNotEmpty()
                .allSatisfy(owners -> assertThat(owners).hasSize(1));
    }

    @ArchTest
    static final ArchRule API_STANDS_ALONE = classes()
            .that(resideInAPackage("io.tradetracker.api.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java.lang..", "java.math..", "java.time..", "java.util..")
                    .or(resideInAnyPackage("io.tradetracker.api..", "org.jspecify.annotations.."))
                    .or(named("org.pf4j.ExtensionPoint")))
            .because("a plugin is compiled against it and must not be tied to a library's version");

    @ArchTest
    static final ArchRule ORDER_RULES_STAND_ALONE = classes()
            .that(resideInAPackage("io.tradetracker.core.risk.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java.lang..", "java.math..", "java.time..", "java.util..")
                    .or(resideInAnyPackage("io.tradetracker.core.risk..", "io.tradetracker.api.."))
                    .or(resideInAPackage("org.jspecify.annotations.."))
                    .or(named("io.tradetracker.core.CoreError")))
            .because("a backtest, a bot, an order by hand and a broker's gateway must all be able to use them");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("io.tradetracker.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be readable and testable without those that use it");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_SAMPLES = noClasses()
            .that()
            .resideOutsideOfPackage("io.tradetracker.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.tradetracker.samples..")
            .because("samples show how to use the SDK and are not part of it");

    @ArchTest
    static final ArchRule INTERNALS_STAY_INSIDE = noClasses()
            .that()
            .resideInAPackage("io.tradetracker.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.tradetracker..internal..")
            .because("a sample may do only what an embedder may")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule AI_ITSELF_KNOWS_NO_ENGINE = noClasses()
            .that(resideInAPackage("io.tradetracker.ai..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("io.tradetracker.ai.evaluation..", "io.tradetracker.ai.postgres.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.tradetracker.core..", "io.tradetracker.database.."))
            .because("only its evaluation runs backtests and only its stores see the database")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SIMULATOR_SHARES_NOTHING = noClasses()
            .that()
            .resideInAPackage("io.tradetracker.broker.capital.simulator..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.tradetracker..")
                    .and(DescribedPredicate.not(resideInAPackage("io.tradetracker.broker.capital.simulator.."))))
            .because("equal fills prove nothing when both sides run the same code")
            .allowEmptyShould(true);

    private static ArchRule arrow(String from, List<String> to) {
        String[] allowed = Stream.concat(Stream.of(from), to.stream())
                .map(name -> BASE + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(BASE + from + "..").and(DescribedPredicate.not(isTestkit())))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(BASE + ".").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .because(from + " sees only " + to)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> isTestkit() {
        return resideInAPackage("..testkit..").and(DescribedPredicate.not(resideInAPackage(BASE + "testkit..")));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }
}
