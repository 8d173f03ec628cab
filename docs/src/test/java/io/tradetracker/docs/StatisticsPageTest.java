package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.report.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of "Statistics" is that of the catalogue in code. */
final class StatisticsPageTest {
    private static final Path PAGE = Path.of("statistics.md");
    private static final String BEGIN = "<!-- begin: statistics -->\n";
    private static final String END = "<!-- end: statistics -->";

    @Test
    void listsEveryFigureWithItsDefinition() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("pictures.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        }

        assertThat(Files.readString(PAGE))
                .as("if the change is meant: mvn -pl docs -am test -Dtest=StatisticsPageTest -Dpictures.update=true")
                .contains(BEGIN + table() + END);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| figure | in JSON | definition |\n|---|---|---|\n");
        for (Statistic statistic : Statistic.values()) {
            text.append("| ")
                    .append(statistic.label())
                    .append(" | `")
                    .append(statistic.id())
                    .append("` | ")
                    .append(statistic.definition())
                    .append(" |\n");
        }
        return text.toString();
    }
}
