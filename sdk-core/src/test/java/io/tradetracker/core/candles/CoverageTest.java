package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    @Test
    void mergesRangesThatTouchOrOverlap() {
        assertThat(Coverage.of(List.of(minutes(5, 7), minutes(0, 2), minutes(2, 3), minutes(6, 9), minutes(6, 7)))
                        .ranges())
                .containsExactly(minutes(0, 3), minutes(5, 9));
        assertThat(Coverage.of(List.of())).isSameAs(Coverage.NONE).hasToString("nothing");
    }

    @Test
    void saysWhatASetOfMinutesSays() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BitSet model = new BitSet();
            Coverage coverage = Coverage.NONE;
            for (int i = 0; i < 12; i++) {
                int from = random.nextInt(50);
                int to = from + 1 + random.nextInt(8);
                coverage = coverage.plus(minutes(from, to));
                model.set(from, to);
            }
            int from = random.nextInt(60);
            int to = from + 1 + random.nextInt(20);

            assertThat(minutesOf(coverage.partsIn(minutes(from, to))))
                    .as("seed %s", seed)
                    .isEqualTo(within(model, from, to));
            BitSet absent = (BitSet) model.clone();
            absent.flip(0, 100);
            assertThat(minutesOf(coverage.missingIn(minutes(from, to))))
                    .as("seed %s", seed)
                    .isEqualTo(within(absent, from, to));
            assertThat(coverage.covers(minutes(from, to))).isEqualTo(model.nextClearBit(from) >= to);
        }
    }

    private static List<Integer> within(BitSet set, int from, int to) {
        return set.get(from, to).stream().mapToObj(i -> i + from).toList();
    }

    private static List<Integer> minutesOf(List<TimeRange> ranges) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Instant moment = minute(i);
            if (ranges.stream().anyMatch(range -> range.contains(moment))) {
                all.add(i);
            }
        }
        return all;
    }

    @Test
    void refusesNamesAndRangesThatCannotBe() {
        assertThatThrownBy(() -> CandleKey.of("Capital", "US500", Timeframe.M1))
                .hasMessageContaining("source 'Capital' must be 1 to 40 lower-case letters");
        assertThatThrownBy(() -> Prices.KEY.withSide(new PriceSide("the bid")))
                .hasMessageContaining("side 'the bid' must be");
        assertThatThrownBy(() -> minutes(3, 3)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> new TimeRange(Instant.MIN, Instant.MAX).opens(Timeframe.M1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too far away");
    }
}
