package io.tradetracker.postgres.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationJsonTest {
    private static final String NOW = "\"orderRules\":{\"maxExposurePercent\":150}";

    private final ConfigurationJson json = new ConfigurationJson();
    private final String written = json.write(new BotConfiguration(
            BotId.of("bot"),
            1,
            "Bot",
            "any",
            Map.of(),
            EngineSettings.of(Instrument.of("A"), Timeframe.M1).withOrderRules(OrderRules.NONE.withMaxExposure(150))));

    private OrderRules rulesOf(String text) {
        return json.read(text).settings().account().orderRules();
    }

    @Test
    void keepsOrderRules() {
        assertThat(written).contains(NOW);
        assertThat(rulesOf(written)).isEqualTo(OrderRules.NONE.withMaxExposure(150));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "Infinity"})
    void readsTheDailyLossOfABotFromBeforeThereWereOrderRules(String percent) {
        String before = written.replace(NOW + ",", "")
                .replace("\"rules\":{", "\"rules\":{\"maxDailyLossPercent\":\"" + percent + "\",");

        assertThat(before).doesNotContain("orderRules");
        assertThat(rulesOf(before))
                .isEqualTo(OrderRules.NONE.withMaxDailyLoss(Double.parseDouble(percent), HaltMode.CLOSE));
    }

    @Test
    void refusesALimitThatItDoesNotKnow() {
        String later = written.replace(NOW, "\"orderRules\":{\"maxNewsPerHour\":1}");

        assertThatThrownBy(() -> json.read(later))
                .hasMessage("a bot on record has a configuration that cannot be read")
                .hasRootCauseMessage("property 'maxNewsPerHour' is not known in {\"maxNewsPerHour\":1}");
    }
}
