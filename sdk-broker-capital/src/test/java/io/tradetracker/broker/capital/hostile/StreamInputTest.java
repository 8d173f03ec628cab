package io.tradetracker.broker.capital.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes by stream: what makes no sense is left out and told, and what comes after it arrives. */
@Timeout(60)
final class StreamInputTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final long NOW = 1_789_000_123_456L;
    private static final String GOOD = quote("\"bid\":3501.25,\"ofr\":3501.75,\"timestamp\":" + (NOW + 10));

    private static final String LATER = quote("\"bid\":3502.25,\"ofr\":3502.75,\"timestamp\":" + (NOW + 3_000_000));

    private final HostileVenue venue = new HostileVenue();
    private final List<Quote> quotes = new CopyOnWriteArrayList<>();
    private final List<String> leftOut = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final CapitalCom capital =
            CapitalCom.connect(venue.settings(HostileVenue.KEY).withMetrics(new CapitalMetrics() {
                @Override
                public void messageLeftOut(String reason) {
                    leftOut.add(reason);
                }

                @Override
                public void streamEnded(String reason) {
                    ends.add(reason);
                }
            }));

    @AfterEach
    void close() {
        capital.close();
        venue.close();
    }

    private static String quote(String payload) {
        return "{\"status\":\"OK\",\"destination\":\"quote\",\"payload\":{\"epic\":\"GOLD\"," + payload + "}}";
    }

    static Stream<String> nonsense() {
        String time = ",\"timestamp\":" + NOW;
        return Stream.of(
                "",
                "null",
                "[]",
                "<html>Bad gateway</html>",
                GOOD.substring(0, GOOD.length() - 5),
                "[".repeat(5_000),
                "{\"destination\":\"quote\",\"payload\":\"GOLD\"}",
                quote("\"bid\":NaN,\"ofr\":3501.75" + time),
                quote("\"bid\":\"NaN\",\"ofr\":3501.75" + time),
                quote("\"bid\":1e999,\"ofr\":3501.75" + time),
                quote("\"bid\":null,\"ofr\":3501.75" + time),
                quote("\"bid\":[3501.25],\"ofr\":3501.75" + time),
                quote("\"ofr\":3501.75" + time),
                quote("\"bid\":3501.25,\"ofr\":3501.75"),
                quote("\"bid\":3501.25,\"ofr\":3501.75,\"timestamp\":-1"),
                quote("\"bid\":3501.25,\"ofr\":3501.75,\"timestamp\":1e40"),
                quote("\"bid\":3501.25,\"ofr\":3501.75,\"timestamp\":" + Long.MAX_VALUE),
                quote("\"bid\":3501.25,\"ofr\":3501.75,\"timestamp\":" + (NOW + 400_000_000L)),
                "{\"destination\":\"ohlc.event\",\"payload\":{\"epic\":\"GOLD\"}}");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsLeftOutAndTheNextQuoteArrives(String message) {
        venue.stream(message, GOOD);
        try (Subscription open = listen()) {
            await(() -> quotes.stream().anyMatch(each -> each.bid() == 3501.25), Duration.ZERO);
            assertThat(open).isNotNull();
            assertThat(ends).as("ends of the stream").isEmpty();
        }
        assertThat(quotes).allSatisfy(each -> assertThat(each.bid()).isBetween(3500.0, 3502.0));
        assertThat(quotes).filteredOn(each -> each.bid() == 3501.25).hasSize(1);
        assertThat(quotes.getLast().time()).isEqualTo(Instant.ofEpochMilli(NOW + 10));
        assertThat(leftOut).hasSize(1);
        assertThat(venue.count("stream")).as("sockets").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"OK\",\"destination\":\"something.new\",\"payload\":{\"a\":[1,{}]}}",
                "{}",
                "{\"destination\":\"quote\",\"payload\":{\"epic\":\"OTHER\","
                        + "\"bid\":1,\"ofr\":2,\"timestamp\":1789000123456}}"
            })
    void whatNobodyAskedForIsPassedOver(String message) {
        venue.stream(message, GOOD);
        try (Subscription open = listen()) {
            await(() -> quotes.stream().anyMatch(each -> each.bid() == 3501.25), Duration.ZERO);
            assertThat(open).isNotNull();
            assertThat(ends).as("ends of the stream").isEmpty();
        }
        assertThat(leftOut).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"ERROR\",\"destination\":\"marketData.subscribe\",\"correlationId\":\"1\","
                        + "\"payload\":{\"errorCode\":\"error.too-many.requests\"}}",
                "{\"status\":\"ERROR\",\"errorCode\":\"error.too-many.requests\"}"
            })
    void anErrorFrameIsToldInTheServicesWordAndTheStreamIsMadeAnewAfterAPause(String frame) {
        venue.stream(frame);
        try (Subscription open = listen()) {
            await(() -> !ends.isEmpty(), Duration.ZERO);
            assertThat(ends.getFirst()).isEqualTo("the service refused it: error.too-many.requests");
            assertThat(venue.count("stream")).as("sockets before the pause").isEqualTo(1);
            venue.stream(LATER);
            await(() -> quotes.stream().anyMatch(each -> each.bid() == 3502.25), Duration.ofMillis(100));
            assertThat(open).isNotNull();
        }
        assertThat(venue.count("stream")).isEqualTo(2);
        assertThat(venue.count("POST /session")).as("log-ins").isEqualTo(1);
    }

    @Test
    void anErrorFrameThatSaysThatTheSessionEndedLogsInAnew() {
        venue.stream("{\"status\":\"ERROR\",\"payload\":{\"errorCode\":\"error.invalid.session.token: x\"}}");
        try (Subscription open = listen()) {
            await(() -> !ends.isEmpty(), Duration.ZERO);
            venue.stream(LATER);
            await(() -> quotes.stream().anyMatch(each -> each.bid() == 3502.25), Duration.ofMillis(100));
            assertThat(open).isNotNull();
        }
        assertThat(venue.count("POST /session")).isEqualTo(2);
    }

    private Subscription listen() {
        return capital.marketData().subscribe(GOLD, new MarketListener() {
            @Override
            public void onQuote(Quote quote) {
                quotes.add(quote);
            }
        });
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
