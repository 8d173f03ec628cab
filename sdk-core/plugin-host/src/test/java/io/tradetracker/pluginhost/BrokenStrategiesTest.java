package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a strategy's classes is found when its jar is loaded, not at its first run. */
final class BrokenStrategiesTest {
    private static final String DEMO = "demo/Demo.class";

    @TempDir
    Path folder;

    private String refusal(PluginJar jar) {
        jar.write(folder.resolve("x.jar"));
        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.strategies()).isEmpty();
            assertThat(catalog.failures()).hasSize(1);
            assertThat(catalog.failures().getFirst().code()).isEqualTo(PluginError.PROVIDER_FAILED);
            return catalog.failures().getFirst().message();
        }
    }

    private static PluginJar with(String members) {
        return PluginJar.of("com.example.alpha", "alpha", "", members);
    }

    @Test
    void namesAMissingStrategyClass() {
        assertThat(refusal(PluginJar.good("a").without(DEMO)))
                .contains("class demo.Demo is missing from the jar; rebuild the plugin");
    }

    @Test
    void namesAMissingRecordOfParameters() {
        assertThat(refusal(PluginJar.good("a").without("demo/Demo$Numbers.class")))
                .contains("class demo.Demo$Numbers is missing from the jar; rebuild the plugin");
    }

    @Test
    void saysThatAClassNeedsANewerJava() {
        assertThat(refusal(PluginJar.good("a").newer(DEMO)))
                .contains("it was built for a newer Java; run the host with that one, or build the plugin with");
    }

    @Test
    void saysThatAClassIsDamaged() {
        assertThat(refusal(PluginJar.good("a").entry(DEMO, "garbage")))
                .contains("a class file is damaged; build the jar again");
        assertThat(refusal(PluginJar.good("a").entry("demo/Helper.class", "garbage")))
                .contains("its class demo.Helper cannot be used");
    }

    @Test
    void tellsTheCauseOfAFailedStaticInitialiser() {
        String members = "static final int LIMIT = Integer.parseInt(\"many\");";

        assertThat(refusal(with(members)))
                .contains("NumberFormatException: For input string: \"many\"")
                .doesNotContain("ExceptionInInitializerError");
    }

    @Test
    void saysThatTheDefaultsAreRefused() {
        assertThat(refusal(PluginJar.of(
                        "com.example.alpha",
                        "alpha",
                        "throw new IllegalArgumentException(\"fast must be below slow\");")))
                .contains(
                        "strategy alpha cannot be used: the defaults themselves are refused: fast must be below slow;");
    }

    @Test
    void keepsControlCharactersAndLongTextsOfAPluginOutOfItsMessages() {
        String members = "static { if (true) throw new IllegalStateException(\"\\033[2J\\007\\n\\u202ered\" + "
                + "\"x\".repeat(5000)); }";

        String message = refusal(with(members));

        assertThat(message).contains("IllegalStateException: ????redxxx").endsWith("…");
        assertThat(message.codePoints()).noneMatch(Character::isISOControl);
        assertThat(message).hasSizeLessThan(700);
    }
}
