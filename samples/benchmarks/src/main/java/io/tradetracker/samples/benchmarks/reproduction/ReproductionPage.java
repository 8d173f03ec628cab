package io.tradetracker.samples.benchmarks.reproduction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page that is kept of the comparisons. It is the same on every machine. */
final class ReproductionPage {
    private ReproductionPage() {}

    static String toMarkdown() {
        List<Comparison> all = Scenarios.all().stream().map(Comparison::of).toList();
        return template()
                .replace(
                        "{trips}",
                        grouped(all.stream().mapToInt(Comparison::reference).sum()))
                .replace(
                        "{equal}",
                        grouped(all.stream().mapToInt(Comparison::equal).sum()))
                .replace(
                        "{figures}",
                        grouped(all.stream().mapToInt(Comparison::figures).sum()))
                .replace("{scenarios}", Integer.toString(all.size()))
                .replace("{rows}", all.stream().map(ReproductionPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Comparison comparison) {
        Scenario scenario = comparison.scenario();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d | %d | %s |",
                scenario.engine().title(),
                scenario.rules(),
                scenario.options(),
                scenario.market(),
                comparison.reference(),
                comparison.equal(),
                comparison.difference() <= 1e-8
                        ? comparison.figures() + " equal"
                        : comparison.worst() + " differs by " + comparison.difference());
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String template() {
        try (InputStream page = ReproductionPage.class.getResourceAsStream("page-template.txt")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
