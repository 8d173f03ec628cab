package io.tradetracker.broker.capital.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuoteFeedTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final BlockingQueue<Quote> heard = new LinkedBlockingQueue<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean fails;
    private final QuoteFeed feed = new QuoteFeed(
            GOLD,
            new MarketListener() {
                @Override
                public void onQuote(Quote quote) {
                    heard.add(quote);
                    if (fails) {
                        throw new IllegalStateException("password");
                    }
                }
            },
            () -> {
                throw new CapitalException(CapitalError.UNAVAILABLE, "away");
            },
            InstantSource.fixed(NOON),
            ElapsedTime.SYSTEM,
            new CapitalMetrics() {
                @Override
                public void listenerFailed(String about, String failure) {
                    failures.add(about + " " + failure);
                }
            });

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void aListenerThatFailsHearsTheNextPrice() throws InterruptedException {
        fails = true;
        feed.start(() -> {});
        feed.onQuote(NOON.toEpochMilli(), 1, 2);
        feed.onQuote(NOON.toEpochMilli() + 1, 3, 4);

        assertThat(next()).isEqualTo(new Quote(GOLD, NOON, 1, 2));
        assertThat(next()).isEqualTo(new Quote(GOLD, NOON.plusMillis(1), 3, 4));
        feed.close();
        assertThat(failures)
                .containsExactly("GOLD java.lang.IllegalStateException", "GOLD java.lang.IllegalStateException");
    }

    @Test
    void theNewestPriceIsToldHoweverLateItIs() throws InterruptedException {
        feed.start(() -> {});
        feed.onQuote(NOON.toEpochMilli(), 1, 2);
        feed.onQuote(NOON.toEpochMilli() - 3_000, 5, 6);

        assertThat(next()).isEqualTo(new Quote(GOLD, NOON, 1, 2));
        assertThat(next()).isEqualTo(new Quote(GOLD, NOON, 5, 6));
    }

    private @Nullable Quote next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
