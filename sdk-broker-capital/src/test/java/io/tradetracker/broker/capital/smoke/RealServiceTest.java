package io.tradetracker.broker.capital.smoke;

import static io.tradetracker.broker.capital.smoke.Trial.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.Prices;
import io.tradetracker.broker.capital.rest.Resolution;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Asks the real service; runs in the profile "capital" only. It reads, and trades when CAPITAL_TRADE says so. */
@Tag("capital")
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
final class RealServiceTest {
    private final SmokeSettings settings = SmokeSettings.of(System.getenv());
    private final CapitalCom capital = CapitalCom.connect(settings.connection());

    @BeforeAll
    void begin() {
        say("question", "answer");
        say("---", "---");
        say("host", settings.connection().host().getHost());
    }

    @AfterAll
    void close() {
        capital.close();
    }

    @TestFactory
    Stream<DynamicTest> theService() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test("tells its time", this::time));
        tests.add(test("takes the log-in and shows its accounts", this::accounts));
        tests.add(test("shows markets and their rules", this::markets));
        tests.add(test("shows candles of the past", this::prices));
        tests.add(test("shows what is open", this::state));
        tests.add(test("streams quotes", this::stream));
        tests.add(test("lets two log-ins stream at once", this::twoStreams));
        if (settings.trades()) {
            tests.add(test("trades the smallest size", () -> new Trial(capital, settings.epic()).run()));
        }
        return tests.stream();
    }

    private static DynamicTest test(String name, Executable body) {
        return DynamicTest.dynamicTest(name, body);
    }

    private void time() {
        Instant told = capital.api().time();
        say("time of the service", told);
        assertThat(told).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private void accounts() {
        assertThat(capital.accounts()).isNotEmpty();
        var session = capital.api().session();
        say("number of accounts", capital.accounts().size());
        say("host of streams", URI.create(session.streamEndpoint()).getHost());
        say("hours from UTC to the account's time", session.timezoneOffset());
        say("hedging and leverages", capital.api().preferences());
        assertThat(capital.broker().account().equity().currency()).isNotNull();
    }

    private void markets() {
        String epic = settings.epic();
        var market = capital.api().market(epic);
        say("market", market);
        assertThat(market.instrument().epic()).isEqualTo(epic);
        assertThat(capital.api().markets(List.of(epic))).hasSize(1);
        assertThat(capital.marketData().instrument(InstrumentId.of(epic)).id()).isEqualTo(InstrumentId.of(epic));
        say("an unknown instrument", refusal(() -> capital.api().market("NO_SUCH_EPIC_AT_ALL")));
    }

    private void prices() {
        List<Prices.Row> newest = capital.api().prices(settings.epic(), Resolution.MINUTE, 10, null, null);
        assertThat(newest).isNotEmpty();
        say(
                "newest candle against the time: is it still forming?",
                newest.getLast().time() + " at " + capital.api().time());
        Instant end = newest.getLast().time();
        say(
                "open times with only an end " + end,
                capital.api().prices(settings.epic(), Resolution.MINUTE, 5, null, end).stream()
                        .map(Prices.Row::time)
                        .toList());
        say(
                "open times of days",
                capital.api().prices(settings.epic(), Resolution.DAY, 3, null, null).stream()
                        .map(Prices.Row::time)
                        .toList());
        Instant old = Instant.parse("1995-03-01T00:00:00Z");
        say(
                "a window before all history",
                refusal(() ->
                        capital.api().prices(settings.epic(), Resolution.DAY, 10, old, old.plus(Duration.ofDays(5)))));
    }

    private void state() {
        say("open positions", capital.broker().positions().size());
        say("waiting orders", capital.broker().orders().size());
        Instant now = capital.api().time();
        say(
                "activity of the last hour",
                capital.broker().activitySince(now.minus(Duration.ofHours(1))).size());
    }

    private void stream() throws InterruptedException {
        long asked = System.nanoTime();
        CountDownLatch some = new CountDownLatch(5);
        try (Subscription open = listen(capital, some)) {
            assertThat(some.await(90, TimeUnit.SECONDS))
                    .as("five quotes of " + settings.epic() + " within 90 s: is its market open?")
                    .isTrue();
            assertThat(open).isNotNull();
        }
        say(
                "milliseconds until five quotes came",
                Duration.ofNanos(System.nanoTime() - asked).toMillis());
    }

    private void twoStreams() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(4);
        CountDownLatch second = new CountDownLatch(4);
        try (CapitalCom other = CapitalCom.connect(settings.connection());
                Subscription one = listen(capital, first);
                Subscription two = listen(other, second)) {
            boolean both = first.await(60, TimeUnit.SECONDS) && second.await(60, TimeUnit.SECONDS);
            say("do two log-ins of one key stream at once?", both ? "yes" : "no");
            assertThat(List.of(one, two)).hasSize(2);
        }
        assertThat(capital.api().session().accountId())
                .as("the first log-in after the second ended")
                .isNotEmpty();
    }

    private Subscription listen(CapitalCom connection, CountDownLatch quotes) {
        return connection.marketData().subscribe(InstrumentId.of(settings.epic()), new MarketListener() {
            @Override
            public void onQuote(Quote quote) {
                assertThat(quote.bid()).isLessThanOrEqualTo(quote.ask());
                quotes.countDown();
            }
        });
    }

    private static Object refusal(java.util.function.Supplier<?> call) {
        try {
            return call.get();
        } catch (CapitalException refused) {
            return refused.getMessage();
        }
    }
}
