package io.tradetracker.samples.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sma(CLOSE,10) crossed below sma(CLOSE,30) | The 10-minute average fell below the 30-minute average.",
                "ema(CLOSE,5) crossed above close         | The 5-minute exponential average rose above the price.",
                "rsi(CLOSE,14) came back above 30.0        | The RSI of 14 candles rose back above 30.0.",
                "rsi(CLOSE,14) reached 50.0                | The RSI of 14 candles reached 50.0.",
                "close above 820.5                         | The price closed above 820.5.",
                "the moon is full                          | ''",
                "sma(CLOSE,10) crossed below               | ''",
                "''                                        | ''"
            })
    void saysWhatItUnderstandsAndNothingElse(String reason, String expected) {
        assertThat(new PlainWords(Timeframe.M1).of(reason)).isEqualTo(expected);
    }

    @Test
    void countsAveragesInTheTimeThatTheyCover() {
        String reason = "sma(CLOSE,10) crossed above sma(CLOSE,30)";

        assertThat(new PlainWords(Timeframe.M5).of(reason)).contains("50-minute", "150-minute");
        assertThat(new PlainWords(Timeframe.H1).of(reason)).contains("10-hour", "30-hour");
        assertThat(new PlainWords(Timeframe.D1).of(reason)).contains("10-day", "30-day");
    }
}
