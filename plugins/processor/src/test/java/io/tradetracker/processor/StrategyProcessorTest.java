package io.tradetracker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrategyProcessorTest {
    private static final String EVERY_TYPE = """
            package demo;
            import io.tradetracker.api.market.Timeframe;
            import io.tradetracker.api.parameter.Parameter;
            import io.tradetracker.api.strategy.*;
            @StrategyInfo(id = "every-type", name = "Every \\"type\\"", summary = "Holds; \\u00e4\\n\\\\u.")
            public final class EveryType implements Strategy {
                public EveryType(StrategyContext context, Numbers numbers) {}
                @Override public Decision onCandle(StrategyView view) { return Decision.hold(); }
                enum Side { LONG, BOTH }
                record Numbers(
                        @Parameter(value = "10", min = 1, max = 500, unit = "candles") int fastLength,
                        @Parameter("5") long seed,
                        @Parameter(value = "2.50", min = 0.1, step = 0.05, label = "Stop", help = "Far.") double stop,
                        @Parameter("true") boolean allowShort,
                        @Parameter("any text") String note,
                        @Parameter("BOTH") Side side,
                        @Parameter("1h") Timeframe longer) {}
            }
            """;

    @Test
    void writesProviderIndexAndDescriptorWithoutWarnings() {
        Compilation compilation = Compilation.of(EVERY_TYPE);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(compilation.text("META-INF/extensions.idx")).isEqualTo("demo.EveryTypeProvider\n");
        assertThat(compilation.files()).containsKey("demo/EveryTypeProvider.class");
    }

    @Test
    void notesAStrategyThatForgotItsAnnotation() {
        Compilation forgotten = Compilation.of(EVERY_TYPE.replaceFirst("@StrategyInfo\\(.*?\\)\n", ""));

        assertThat(forgotten.errors()).isEmpty();
        assertThat(forgotten.warnings()).isEmpty();
        assertThat(forgotten.notes())
                .singleElement()
                .asString()
                .contains("strategy demo.EveryType has no @StrategyInfo, so this is no plugin: annotate the class");
        assertThat(Compilation.of(EVERY_TYPE).notes()).isEmpty();
    }

    @Test
    void describesThePluginForHosts() {
        String json = Compilation.of(EVERY_TYPE).text("META-INF/tradetracker/plugin.json");

        assertThat(json)
                .startsWith("""
                        {
                          "manifestVersion": 1,
                          "id": "com.example.demo",
                          "version": "1.2.3",
                          "api": "0.1.0",
                          "name": "com.example.demo",
                          "strategies": [
                            {
                              "id": "every-type",
                              "name": "Every \\"type\\"",
                              "summary": "Holds; \\u00e4\\u000a\\\\u.",
                              "provider": "demo.EveryTypeProvider",
                              "parameters": [
                                {
                                  "name": "fastLength",
                                  "type": "INTEGER",
                                  "label": "Fast length",
                                  "help": "",
                                  "unit": "candles",
                                  "default": "10",
                                  "min": 1,
                                  "max": 500,
                                  "step": null,
                                  "choices": []
                                },
                        """)
                .contains("\"default\": \"2.50\"")
                .contains("\"min\": 0.1")
                .contains("\"step\": 0.05")
                .contains("\"type\": \"CHOICE\"")
                .contains("\"LONG\",\n            \"BOTH\"")
                .contains("\"type\": \"TIMEFRAME\"");
    }

    @Test
    void bindsEachTypeByCodeThatUsesNoReflection() {
        assertThat(Compilation.of(EVERY_TYPE).text("demo/EveryTypeProvider.java"))
                .contains("parameters.integer(\"fastLength\")")
                .contains("parameters.longInteger(\"seed\")")
                .contains("parameters.decimal(\"stop\")")
                .contains("parameters.bool(\"allowShort\")")
                .contains("parameters.text(\"note\")")
                .contains("demo.EveryType.Side.valueOf(parameters.text(\"side\"))")
                .contains("parameters.timeframe(\"longer\")")
                .doesNotContain("reflect");
    }

    @Test
    void keepsAnIntWithoutBoundsInsideTheRangeOfAnInt() {
        String json = Compilation.of(with("@Parameter(\"1\") int length")).text("META-INF/tradetracker/plugin.json");

        assertThat(json).contains("\"min\": -2147483648").contains("\"max\": 2147483647");
    }

    @Test
    void writesTheSameBytesForTheSameSources() {
        String[] forwards = {strategy("a-one", "One"), strategy("b-two", "Two")};
        String[] backwards = {forwards[1], forwards[0]};

        Compilation first = Compilation.of(forwards);
        Compilation second = Compilation.of(backwards);

        assertThat(first.text("META-INF/extensions.idx")).isEqualTo("demo.OneProvider\ndemo.TwoProvider\n");
        for (String path : first.files().keySet()) {
            assertThat(second.text(path)).as(path).isEqualTo(first.text(path));
        }
    }

    @Test
    void takesANestedStrategyWithoutParameters() {
        Compilation compilation = Compilation.of("""
                package demo;
                import io.tradetracker.api.strategy.*;
                public final class Outer {
                    @StrategyInfo(id = "inner", name = "Inner", summary = "Holds.")
                    public static final class Inner implements Strategy {
                        public Inner(StrategyContext context) {}
                        @Override public Decision onCandle(StrategyView view) { return Decision.hold(); }
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.text("META-INF/extensions.idx")).isEqualTo("demo.Outer_InnerProvider\n");
    }

    @Test
    void writesNothingWithoutStrategies() {
        Compilation compilation = Compilation.of(List.of(), "package demo; public final class Plain {}");

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.files()).containsOnlyKeys("demo/Plain.class");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    int length | carries no @Parameter
                    @Parameter("ten") int length | must be a whole number from -2147483648 to 2147483647, but was 'ten'
                    @Parameter(value = "0", min = 1) int length | must be a whole number from 1
                    @Parameter(value = "5", min = 9, max = 1) int length | has min 9.0 above max 1.0
                    @Parameter(value = "5", min = 0.5) int length | min, max and step must be whole
                    @Parameter(value = "5", step = -1) int length | has step -1.0
                    @Parameter(value = "5", min = Double.NaN) double length | has min NaN
                    @Parameter("yes") boolean flag | must be true or false, but was 'yes'
                    @Parameter(value = "true", min = 1) boolean flag | must not have min, max or step
                    @Parameter("1") float length | has type float, which is not supported: use int, long
                    @Parameter("1") Integer length | has type java.lang.Integer, which is not supported
                    @Parameter("1") java.util.List<String> length | which is not supported
                    @Parameter("1y") io.tradetracker.api.market.Timeframe longer | must be a timeframe such as
                    @Parameter("NO") Thread.State state | must be one of NEW, RUNNABLE
                    @Parameter("A") Secret secret | which must not be private
                    @Parameter("1") int größe | must be named with
                    """)
    void explainsAWrongParameter(String component, String message) {
        Compilation compilation = Compilation.of(with(component));

        assertThat(compilation.errors()).anySatisfy(error -> assertThat(error).contains(message));
        assertThat(compilation.files()).doesNotContainKey("META-INF/tradetracker/plugin.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    public final class | final class | must be public
                    public final class | public abstract class | must not be abstract
                    public final class Demo | public final class Demo<T> | must not have type parameters
                    implements Strategy | implements Runnable | must implement io.tradetracker.api.strategy.Strategy
                    id = "demo" | id = "Demo!" | strategy id 'Demo!' must be 1 to 64
                    name = "Demo" | name = " " | needs a name
                    summary = "Holds." | summary = "" | needs a summary
                    public Demo(Str | Demo(Str | exactly one public constructor
                    StrategyContext context, Numbers | String context, Numbers | exactly one public constructor
                    Numbers numbers) {} | Numbers numbers) {} public Demo(StrategyContext c) {} | exactly one public
                    context, Numbers numbers | context, String numbers | must be a record of parameters
                    public record Numbers | private record Numbers | must not be private
                    """)
    void explainsAWrongStrategy(String before, String after, String message) {
        String good = with("@Parameter(\"1\") int length");
        String source = good.replace(before, after);

        Compilation compilation = Compilation.of(source);

        assertThat(source).isNotEqualTo(good);
        assertThat(compilation.errors()).anySatisfy(error -> assertThat(error).contains(message));
        assertThat(compilation.files()).doesNotContainKey("META-INF/tradetracker/plugin.json");
    }

    @Test
    void reportsEveryFaultAtOnce() {
        Compilation compilation = Compilation.of(with("int first, @Parameter(\"x\") int second"));

        assertThat(compilation.errors()).hasSize(2);
    }

    @Test
    void refusesTwoStrategiesOfOneId() {
        Compilation compilation = Compilation.of(strategy("twin", "One"), strategy("twin", "Two"));

        assertThat(compilation.errors()).singleElement().asString().contains("'twin' is taken by demo.One");
    }

    @Test
    void refusesANameThatTheProviderNeeds() {
        Compilation compilation =
                Compilation.of(strategy("one", "One"), "package demo; public final class OneProvider {}");

        assertThat(compilation.errors()).singleElement().asString().contains("OneProvider exists already");
    }

    @Test
    void refusesADescriptorThatNoHostReads() {
        String longHelp = "x".repeat(60_000);
        Compilation compilation = Compilation.of(with("@Parameter(value = \"1\", help = \"" + longHelp
                + "\") int a, @Parameter(value = \"1\", help = \"" + longHelp + "\") int b"));

        assertThat(compilation.errors()).singleElement().asString().contains("more than 65536");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Atradetracker.plugin.version=1.0.0 | tradetracker.plugin.id is missing
                    -Atradetracker.plugin.id=Com.Example,-Atradetracker.plugin.version=1.0.0 | but was 'Com.Example'
                    -Atradetracker.plugin.id=com.example | tradetracker.plugin.version is missing
                    -Atradetracker.plugin.id=com.example,-Atradetracker.plugin.version=1.0 | but was '1.0'
                    """)
    void explainsAWrongIdentity(String options, String message) {
        Compilation compilation = Compilation.of(List.of(options.split(",")), strategy("one", "One"));

        assertThat(compilation.errors()).singleElement().asString().contains(message);
    }

    private static String with(String components) {
        return """
                package demo;
                import io.tradetracker.api.parameter.Parameter;
                import io.tradetracker.api.strategy.*;
                @StrategyInfo(id = "demo", name = "Demo", summary = "Holds.")
                public final class Demo implements Strategy {
                    public Demo(StrategyContext context, Numbers numbers) {}
                    @Override public Decision onCandle(StrategyView view) { return Decision.hold(); }
                    private enum Secret { A }
                    public record Numbers(%s) {}
                }
                """.formatted(components);
    }

    private static String strategy(String id, String className) {
        return """
                package demo;
                import io.tradetracker.api.strategy.*;
                @StrategyInfo(id = "%s", name = "Demo", summary = "Holds.")
                public final class %2$s implements Strategy {
                    public %2$s(StrategyContext context) {}
                    @Override public Decision onCandle(StrategyView view) { return Decision.hold(); }
                }
                """.formatted(id, className);
    }
}
