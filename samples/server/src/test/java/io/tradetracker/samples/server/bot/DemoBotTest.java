package io.tradetracker.samples.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.bot.BotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoBotTest {
    @ParameterizedTest
    @CsvSource({"btc-trend, 1", "btc-trend-2, 2", "btc-trend-10, 10", "btc-trend-x, 0", "mine, 0", "btc-trend-2-3, 0"})
    void knowsItsAccountsByTheirIds(String id, int account) {
        assertThat(DemoBot.accountOf(BotId.of(id))).isEqualTo(account);
    }

    @Test
    void namesEachAccountSoThatItIsFoundAgain() {
        assertThat(DemoBot.configuration(1).id().value()).isEqualTo("btc-trend");
        assertThat(DemoBot.accountOf(DemoBot.configuration(12).id())).isEqualTo(12);
        assertThat(DemoBot.configuration(2).name()).isEqualTo("Bitcoin trend 2");
    }
}
