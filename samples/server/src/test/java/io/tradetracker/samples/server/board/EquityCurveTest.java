package io.tradetracker.samples.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityCurveTest {
    private final EquityCurve curve = new EquityCurve();

    @Test
    void beginsEmpty() {
        assertThat(curve.points()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 600, 601, 1_999, 100_000})
    void staysShortAndKeepsItsEndsInOrder(int count) {
        LongStream.range(0, count).forEach(i -> curve.add(new EquityPoint(i, 10_000 + i)));

        assertThat(curve.points())
                .hasSizeBetween(Math.min(count, 300), 602)
                .isSortedAccordingTo(java.util.Comparator.comparing(EquityPoint::time))
                .doesNotHaveDuplicates()
                .startsWith(new EquityPoint(0, 10_000))
                .endsWith(new EquityPoint(count - 1, 10_000 + count - 1));
    }
}
