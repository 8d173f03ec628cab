package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorGroup;
import io.tradetracker.indicators.IndicatorSpec;
import io.tradetracker.indicators.IndicatorSpec.Output;
import io.tradetracker.indicators.IndicatorSpec.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of "Indicators" are those of the catalogue in code. */
final class IndicatorsPageTest {
    private static final Path PAGE = Path.of("indicators.md");
    private static final String BEGIN = "<!-- begin: indicators -->\n";
    private static final String END = "<!-- end: indicators -->";

    @Test
    void listsEveryIndicatorWithItsDefinition() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("pictures.update")) {
            Files.writeString(PAGE, page.substring(0, from) + tables() + page.substring(to));
        }

        assertThat(Files.readString(PAGE))
                .as("if the change is meant: mvn -pl docs -am test -Dtest=IndicatorsPageTest -Dpictures.update=true")
                .contains(BEGIN + tables() + END);
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        for (IndicatorGroup group : IndicatorGroup.values()) {
            if (group != IndicatorGroup.PATTERN && group != IndicatorGroup.CHART_PATTERN) {
                text.append("\n**").append(group.name().charAt(0));
                text.append(group.name().substring(1).toLowerCase(Locale.ROOT)).append("**\n\n");
                text.append("| id | name | parameters | outputs | definition | first value at | source |\n");
                text.append("|---|---|---|---|---|---|---|\n");
                IndicatorCatalogue.all().stream()
                        .filter(spec -> spec.group() == group)
                        .forEach(spec -> text.append(line(spec)));
            }
        }
        return text.append('\n').toString();
    }

    private static String line(IndicatorSpec spec) {
        String parameters =
                spec.parameters().stream().map(IndicatorsPageTest::parameter).collect(Collectors.joining(", "));
        String outputs = spec.outputs().stream().map(Output::name).collect(Collectors.joining(", "));
        return "| `" + spec.id() + "` | " + spec.title() + " | "
                + (spec.takesSource() ? "of " + spec.source() + (parameters.isEmpty() ? "" : "; ") : "")
                + parameters + " | " + outputs + " | "
                + spec.definition().replace("|", "\\|") + " | " + spec.firstValue() + " | " + spec.origin() + " |\n";
    }

    private static String parameter(Parameter parameter) {
        double value = parameter.defaultValue();
        return parameter.name() + " " + (value == Math.rint(value) ? Long.toString((long) value) : value);
    }
}
