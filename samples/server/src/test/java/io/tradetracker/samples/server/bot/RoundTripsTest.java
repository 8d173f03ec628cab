package io.tradetracker.samples.server.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripsTest {
    private final RoundTrips trips = new RoundTrips();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bought and sold higher         | BUY 2 @ 100, SELL 2 @ 110                | -, 20        | 1 | 1",
                "bought and sold lower          | BUY 2 @ 100, SELL 2 @ 90                 | -, -20       | 1 | 0",
                "sold short and bought lower    | SELL 2 @ 100, BUY 2 @ 90                 | -, 20        | 1 | 1",
                "sold at the same price         | BUY 2 @ 100, SELL 2 @ 100                | -, 0         | 1 | 0",
                "bought twice                   | BUY 1 @ 100, BUY 3 @ 120, SELL 4 @ 120   | -, -, 20     | 1 | 1",
                "closed in two parts            | BUY 4 @ 100, SELL 1 @ 90, SELL 3 @ 110   | -, -10, 30   | 1 | 1",
                "reversed, then closed          | BUY 2 @ 100, SELL 5 @ 110, BUY 3 @ 120   | -, 20, -30   | 2 | 1",
                "still open                     | BUY 2 @ 100                              | -            | 0 | 0",
                "the fees of both sides         | BUY 2 @ 100 - 3, SELL 2 @ 110 - 4        | -, 13        | 1 | 1",
                "a share of the opening's fee   | BUY 4 @ 100 - 8, SELL 1 @ 110 - 1        | -, 7         | 0 | 0",
                "the fee of a reversal, divided | BUY 1 @ 100, SELL 4 @ 100 - 8, BUY 3 @ 90 | -, -2, 24    | 2 | 1"
            })
    void pairsFillsToResults(String what, String fills, String results, int count, int wins) {
        List<String> found = Stream.of(fills.split(", "))
                .map(RoundTripsTest::fill)
                .map(trips::add)
                .map(result -> result.isPresent()
                        ? new BigDecimal(result.getAsDouble())
                                .stripTrailingZeros()
                                .toPlainString()
                        : "-")
                .toList();

        assertThat(String.join(", ", found)).as(what).isEqualTo(results);
        assertThat(trips.count()).isEqualTo(count);
        assertThat(trips.wins()).isEqualTo(wins);
    }

    @Test
    void earnsAsMuchAsTheAccountDoes() {
        List<Fill> fills = new ArrayList<>();
        double cash = 0;
        for (int i = 0; i < 501; i++) {
            boolean buy = i % 2 == 0;
            double units = i == 0 || i == 500 ? 0.1 : 0.2;
            double price = 100 + i * 7 % 13;
            fills.add(fill((buy ? "BUY " : "SELL ") + units + " @ " + price + " - 0.01"));
            cash += (buy ? -1 : 1) * units * price - 0.01;
        }

        double earned =
                fills.stream().mapToDouble(fill -> trips.add(fill).orElse(0)).sum();

        assertThat(trips.count()).isEqualTo(500);
        assertThat(earned).isCloseTo(cash, within(1e-6));
    }

    private static Fill fill(String text) {
        String[] words = text.split(" ");
        return new Fill(
                Instant.EPOCH,
                InstrumentId.of("BTC/USD"),
                OrderSide.valueOf(words[0]),
                new BigDecimal(words[1]),
                new BigDecimal(words[3]),
                new BigDecimal(words.length > 5 ? words[5] : "0"),
                FillReason.ENTRY,
                ClientOrderId.of("o-1"));
    }
}
