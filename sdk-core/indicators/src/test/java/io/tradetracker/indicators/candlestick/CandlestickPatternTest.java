package io.tradetracker.indicators.candlestick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CandlestickPatternTest {
    @Test
    void thereAreThoseOfTaLib() {
        assertThat(CandlestickPattern.values()).hasSize(61);
        assertThat(Arrays.stream(CandlestickPattern.values()).map(CandlestickPattern::title))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(CandlestickPattern pattern) {
        assertThat(pattern.id()).matches("[a-z]+(_[a-z]+)*");
        assertThat(CandlestickPattern.find(pattern.id())).contains(pattern);
    }

    @Test
    void nothingIsFoundByAnotherId() {
        assertThat(CandlestickPattern.find("DOJI")).isEmpty();
        assertThat(CandlestickPattern.find("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItLooksLikeInOneSentence(CandlestickPattern pattern) {
        assertThat(pattern.title()).matches("[A-Z][a-z -]+[a-z]");
        assertThat(pattern.description()).matches("[A-Z][^.|]+\\.").doesNotContainIgnoringCase("bar ");
        assertThat(pattern.candles()).isBetween(1, 5);
    }

    @ParameterizedTest
    @EnumSource
    void penetrationIsAShareOrNone(CandlestickPattern pattern) {
        assertThat(pattern.penetration()).isIn(Double.NaN, 0.3, 0.5);
    }

    @Test
    void signalsSayWhichSignsArePossible() {
        assertThat(CandlestickPattern.HAMMER.signals()).isEqualTo(CandlestickSignals.BULLISH);
        assertThat(CandlestickPattern.HANGING_MAN.signals()).isEqualTo(CandlestickSignals.BEARISH);
        assertThat(CandlestickPattern.ENGULFING.signals()).isEqualTo(CandlestickSignals.BOTH);
        assertThat(CandlestickPattern.DOJI.signals()).isEqualTo(CandlestickSignals.NEUTRAL);
        assertThat(CandlestickSignals.NEUTRAL.canBeNegative()).isFalse();
        assertThat(CandlestickSignals.BOTH.canBePositive()).isTrue();
    }
}
