package io.tradetracker.broker.capital.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.CapitalCom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A candle that was on its way while its minute ended looks like a closed one, and is not. */
@Timeout(60)
final class StreamCandleTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    /** Its minute ends 16.544 s after the time that the venue tells. */
    private static final Instant OPENED = Instant.ofEpochMilli(1_789_000_080_000L);

    private static final String UNFINISHED = bar(3503.25);
    private static final String WHOLE = bar(3504.25);

    private final HostileVenue venue = new HostileVenue();
    private final List<Candle> candles = new CopyOnWriteArrayList<>();
    private final CapitalCom capital = CapitalCom.connect(venue.settings(HostileVenue.KEY));

    StreamCandleTest() {
        venue.answer("GET /prices/GOLD", HostileVenue.json(200, "{\"prices\":[]}"));
    }

    @AfterEach
    void close() {
        capital.close();
        venue.close();
    }

    private static String bar(double close) {
        String prices = "\"o\":3501.25,\"h\":3505.25,\"l\":3500.25,\"c\":" + close;
        return "{\"status\":\"OK\",\"destination\":\"ohlc.event\",\"payload\":{\"resolution\":\"MINUTE\","
                + "\"epic\":\"GOLD\",\"type\":\"classic\",\"priceType\":\"bid\",\"t\":" + OPENED.toEpochMilli() + ","
                + prices + "}}";
    }

    @Test
    void theLastWordBeforeAnAnswerToWhatWasAskedAfterItsEndCounts() {
        capital.marketData();
        venue.time.pass(Duration.ofSeconds(17));
        venue.stream(UNFINISHED, WHOLE);
        try (Subscription open = listen()) {
            await(() -> !candles.isEmpty(), Duration.ZERO);
            assertThat(open).isNotNull();
        }
        assertThat(candles).extracting(Candle::close).containsExactly(3504.25);
    }

    @Test
    void whatIsNotFollowedByAnAnswerIsReadFromTheHistory() {
        venue.answersPings = false;
        capital.marketData();
        venue.time.pass(Duration.ofSeconds(17));
        venue.stream(UNFINISHED);
        try (Subscription open = listen()) {
            await(() -> venue.streamed.stream().anyMatch(each -> each.contains("ping")), Duration.ZERO);
            assertThat(candles).isEmpty();
            venue.answer("GET /prices/GOLD", HostileVenue.json(200, """
                    {"prices":[{"snapshotTimeUTC":"%s","openPrice":{"bid":3501.25,"ask":3502},
                     "closePrice":{"bid":3504.25,"ask":3505},"highPrice":{"bid":3505.25,"ask":3506},
                     "lowPrice":{"bid":3500.25,"ask":3501},"lastTradedVolume":7}]}""".formatted(
                            OPENED.toString().replace("Z", ""))));
            await(() -> !candles.isEmpty(), Duration.ofSeconds(1));
            assertThat(open).isNotNull();
        }
        assertThat(candles).extracting(Candle::close).containsExactly(3504.25);
    }

    private Subscription listen() {
        return capital.marketData().candles(GOLD, Timeframe.M1, PriceSide.BID, OPENED, candles::add);
    }

    private void await(BooleanSupplier condition, Duration step) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            venue.time.pass(step);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
