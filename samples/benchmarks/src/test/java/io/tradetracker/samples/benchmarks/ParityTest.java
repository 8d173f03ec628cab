package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParityTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 42, 20260101})
    void everyLaneMakesTheSameRoundTrips(long seed) {
        CandleSeries candles = GeometricWalk.candles(seed, 5_000);

        for (TradingRules rules : TradingRules.values()) {
            List<RoundTripKey> trips = Parity.check(candles, rules);

            assertThat(trips).as("%s, seed %d", rules, seed).hasSizeGreaterThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoundTripThatDiffersIsNamed(TradingRules rules) {
        List<RoundTripKey> ours = Parity.check(GeometricWalk.candles(42, 5_000), rules);
        List<RoundTripKey> fewer = ours.subList(0, ours.size() - 1);

        assertThatThrownBy(() -> Parity.requireEqual(Lane.TA4J, rules, fewer, ours))
                .hasMessageContaining(rules.toString())
                .hasMessageContaining("ta4j")
                .hasMessageContaining("number " + ours.size() + ": none");
    }
}
