package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.study.PatternStudy;
import io.tradetracker.core.study.StudiedPattern;
import io.tradetracker.core.study.StudyResult;
import io.tradetracker.core.study.StudyRow;
import io.tradetracker.core.study.StudySettings;
import io.tradetracker.core.study.Verdict;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.testkit.KeptPart;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The study of patterns that the documentation keeps is what the study says. */
final class PatternStudyPageTest {
    private static final KeptPart KEPT = new KeptPart(Path.of("evidence", "pattern-study.md"), "study");

    @Test
    void keepsWhatTheStudySays() {
        CandleSeries us500 = SampleData.us500Daily();
        CandleSeries btc = SampleData.btcUsdMinutes();
        CandleSeries eth = SampleData.ethUsdFiveMinutes();
        CandleSeries apple = SampleData.appleDaily();

        String page = String.join(
                "\n",
                section("US500, days", List.of(us500)),
                section("BTC/USD, minutes", List.of(btc)),
                section("ETH/USD, five minutes", List.of(eth)),
                section("All of them and the days of Apple together", List.of(us500, btc, eth, apple)));

        if (KeptPart.updates()) {
            KEPT.write(page);
        }
        assertThat(page.strip()).isEqualTo(KEPT.text());
    }

    private static String section(String title, List<CandleSeries> series) {
        StudyResult result = new PatternStudy(StudiedPattern.all(), StudySettings.usual()).run(series);
        StringBuilder text = new StringBuilder("## " + title + "\n\n");
        text.append("| pattern | found | trials | reached | between | chance | reward | p | adjusted | says |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
        result.judged().stream()
                .sorted(Comparator.comparingDouble(row -> row.test().p()))
                .forEach(row -> text.append(line(row)));
        String few = result.rows().stream()
                .filter(row -> row.test().verdict() == Verdict.TOO_FEW)
                .map(row -> row.pattern().title() + " " + row.counts().trials())
                .collect(Collectors.joining(", "));
        text.append(String.format(
                Locale.ROOT,
                "%n%d patterns judged over %,d candles, %d with an edge. Too few trials: %s.%n",
                result.judged().size(),
                result.candles(),
                result.edges().size(),
                few));
        return text.toString();
    }

    private static String line(StudyRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f %% | %.1f to %.1f %% | %.1f %% | %.2f | %.3f | %.3f | %s |%n",
                row.pattern().title(),
                row.counts().found(),
                row.counts().trials(),
                100 * row.rate(),
                100 * row.interval().low(),
                100 * row.interval().high(),
                100 * row.chance(),
                row.reward(),
                row.test().p(),
                row.test().adjusted(),
                row.test().verdict() == Verdict.EDGE ? "an edge" : "chance");
    }

    @Test
    void showsHowAStudyIsMade() {
        CandleSeries candles = SampleData.us500Daily();

        // snippet: pattern-study
        StudyResult result = new PatternStudy(StudiedPattern.all(), StudySettings.usual()).run(List.of(candles));
        for (StudyRow row : result.judged()) {
            System.out.printf(
                    "%s: %.0f %% reached, %.0f %% by chance, %s%n",
                    row.pattern().title(),
                    100 * row.rate(),
                    100 * row.chance(),
                    row.test().verdict());
        }
        // end

        assertThat(result.judged()).isNotEmpty();
    }
}
