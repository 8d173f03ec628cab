package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.candlestick.CandlestickMatch;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import io.tradetracker.testkit.Markets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of "Candlestick patterns" is that of the patterns in code. */
final class PatternsPageTest {
    private static final Path PAGE = Path.of("patterns.md");
    private static final String BEGIN = "<!-- begin: patterns -->\n";
    private static final String END = "<!-- end: patterns -->";

    @Test
    void listsEveryPatternWithItsDescription() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("pictures.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        }

        assertThat(Files.readString(PAGE))
                .as("if the change is meant: mvn -pl docs -am test -Dtest=PatternsPageTest -Dpictures.update=true")
                .contains(BEGIN + table() + END);
    }

    @Test
    void findsReversals() {
        CandleSeries candles = Markets.seeded(3).randomWalk(2_000);

        // snippet: candlestick-matches
        CandlestickScan scan = new CandlestickScan(EnumSet.of(CandlestickPattern.ENGULFING, CandlestickPattern.HAMMER));
        List<CandlestickMatch> reversals = scan.list(candles).stream()
                .filter(CandlestickMatch::isAgainstTrend)
                .filter(match -> match.strength() >= 0.5)
                .toList();
        // end

        assertThat(reversals).isNotEmpty();
    }

    @Test
    void followsCandlesAsTheyClose() {
        CandleSeries candles = Markets.seeded(3).randomWalk(2_000);
        int signals = 0;

        // snippet: candlestick-stream
        CandlestickScan scan = new CandlestickScan(EnumSet.allOf(CandlestickPattern.class));
        for (int i = 0; i < candles.size(); i++) {
            scan.update(candles.open(i), candles.high(i), candles.low(i), candles.close(i));
            for (int k = 0; k < scan.count(); k++) {
                CandlestickPattern pattern = scan.found(k);
                signals += scan.signal(pattern) > 0 ? 1 : -1;
            }
        }
        // end

        assertThat(signals).isNotZero();
    }

    private static String table() {
        StringBuilder text = new StringBuilder(
                "| pattern | id | candles | signals | penetration | looks like |\n|---|---|---|---|---|---|\n");
        for (CandlestickPattern pattern : CandlestickPattern.values()) {
            text.append("| ")
                    .append(pattern.title())
                    .append(" | `")
                    .append(pattern.id())
                    .append("` | ")
                    .append(pattern.candles())
                    .append(" | ")
                    .append(pattern.signals().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(Double.isNaN(pattern.penetration()) ? "" : pattern.penetration())
                    .append(" | ")
                    .append(pattern.description())
                    .append(" |\n");
        }
        return text.toString();
    }
}
