package io.tradetracker.broker.capital.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.simulator.Bar;
import io.tradetracker.broker.capital.simulator.Execution;
import io.tradetracker.broker.capital.simulator.Resolution;
import io.tradetracker.broker.capital.simulator.VenueRecord;
import io.tradetracker.broker.capital.simulator.VenueRecord.RequestKind;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.testkit.KeptPart;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SoakTest {
    private static final KeptPart KEPT = new KeptPart(Path.of("..", "docs", "evidence", "capital-soak.md"), "soak");

    @Test
    void bringsEachCandleOnceThroughADayWhereEverythingGoesWrong() throws Exception {
        play(7, Duration.ofDays(1));
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() throws Exception {
        StringBuilder table = new StringBuilder();
        SoakReport report = play(42, Duration.ofDays(30));
        report.lines()
                .forEach((what, many) -> table.append("| ")
                        .append(what)
                        .append(" | ")
                        .append(many)
                        .append(" |\n"));
        String text = "| in 30 days | |\n|---|---|\n" + table;
        System.out.println(text);
        if (KeptPart.updates()) {
            KEPT.write(text);
        }

        assertThat(KEPT.text().lines().limit(8)).isEqualTo(text.lines().limit(8).toList());
    }

    private static SoakReport play(long seed, Duration length) throws Exception {
        Soak soak = new Soak(seed);
        try {
            soak.run(Duration.ofHours(6));
            long heapAfterHours = SoakReport.heap();
            soak.run(length.minusHours(6));
            soak.recover();
            check(soak);
            return SoakReport.of(soak, heapAfterHours);
        } finally {
            soak.close();
        }
    }

    static void check(Soak soak) {
        VenueRecord record = soak.record();
        assertThat(soak.metrics.streamEnds()).as("streams that were made anew").isNotEmpty();
        for (Soak.Watched each : soak.watched) {
            assertCandles(each, record, soak.now());
        }
        assertThat(record.traffic(RequestKind.ALL).busiestSecond())
                .as("most requests in any second")
                .isLessThanOrEqualTo(10);
        assertThat(record.refusedByLimits()).as("requests that were too many").isZero();
        assertThat(record.open().sockets()).as("sockets").isEqualTo(1);
        long opened = record.executions().stream()
                .filter(each -> each.kind() == Execution.Kind.OPENED)
                .count();
        assertThat(opened).as("positions opened").isBetween(1L, soak.sent.get());
        long told = soak.events.stream()
                .filter(AccountEvent.ActivityAdded.class::isInstance)
                .map(event -> ((AccountEvent.ActivityAdded) event).activity())
                .filter(row -> row.kind().equals(ActivityKind.TRADE))
                .count();
        assertThat(told).as("trades told of").isEqualTo(record.executions().size());
    }

    private static void assertCandles(Soak.Watched watched, VenueRecord record, Instant now) {
        Timeframe timeframe = watched.timeframe();
        Resolution resolution = timeframe.equals(Timeframe.M1) ? Resolution.MINUTE : Resolution.MINUTE_5;
        List<Bar> truth = record.bars(watched.epic(), resolution).stream()
                .filter(bar ->
                        bar.open().plus(timeframe.duration().multipliedBy(3)).isBefore(now))
                .toList();
        Instant first = truth.getFirst().open();
        Instant last = truth.getLast().open();
        List<Candle> got = watched.candles().stream()
                .filter(candle ->
                        !candle.time().isBefore(first) && !candle.time().isAfter(last))
                .toList();
        assertThat(watched.candles()).extracting(Candle::time).isSorted().doesNotHaveDuplicates();
        assertThat(got).as("%s %s", watched.epic(), timeframe).hasSameSizeAs(truth);
        for (int i = 0; i < got.size(); i++) {
            assertSame(got.get(i), truth.get(i), watched.side());
        }
    }

    private static void assertSame(Candle got, Bar bar, PriceSide side) {
        assertThat(got.time()).isEqualTo(bar.open());
        assertThat(List.of(got.open(), got.high(), got.low(), got.close()))
                .as("candle at %s", bar.open())
                .containsExactly(
                        price(bar, side, Bar.Ohlc::open),
                        price(bar, side, Bar.Ohlc::high),
                        price(bar, side, Bar.Ohlc::low),
                        price(bar, side, Bar.Ohlc::close));
    }

    private static double price(Bar bar, PriceSide side, Function<Bar.Ohlc, BigDecimal> of) {
        double bid = of.apply(bar.bid()).doubleValue();
        double ask = of.apply(bar.ask()).doubleValue();
        if (side.equals(PriceSide.MID)) {
            return (bid + ask) / 2;
        }
        return side.equals(PriceSide.BID) ? bid : ask;
    }
}
