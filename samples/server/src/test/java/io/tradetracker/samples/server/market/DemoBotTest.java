package io.tradetracker.samples.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.bot.BotId;
import io.tradetracker.samples.data.SampleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoBotTest {
    private final DemoBot bot = new RecordedMarket(SampleData::btcUsdPrints).bot();

    @ParameterizedTest
    @CsvSource({"btc-trend, 1", "btc-trend-2, 2", "btc-trend-10, 10", "btc-trend-x, 0", "mine, 0", "btc-trend-2-3, 0"})
    void knowsItsAccountsByTheirIds(String id, int account) {
        assertThat(bot.accountOf(BotId.of(id))).isEqualTo(account);
    }

    @Test
    void namesEachAccountSoThatItIsFoundAgain() {
        assertThat(bot.configuration(1).id().value()).isEqualTo("btc-trend");
        assertThat(bot.accountOf(bot.botOf(12))).isEqualTo(12);
        assertThat(bot.configuration(2).name()).isEqualTo("Bitcoin trend 2");
    }
}
