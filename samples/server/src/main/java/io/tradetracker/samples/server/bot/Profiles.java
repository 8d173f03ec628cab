package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.samples.server.board.BotProfile;
import java.math.BigDecimal;
import java.util.Locale;

/** Says in words what a bot is. */
final class Profiles {
    private Profiles() {}

    static BotProfile of(BotConfiguration bot, StrategySpec strategy, String mode) {
        EngineSettings settings = bot.settings();
        return new BotProfile(
                bot.id().value(),
                bot.name(),
                mode,
                plan(settings, mode),
                new BotProfile.StrategyLine(
                        strategy.id(),
                        strategy.name(),
                        strategy.summary(),
                        ParameterValues.of(strategy.parameters(), bot.parameters())
                                .toMap()),
                new BotProfile.Market(
                        settings.instrument().id().value(),
                        settings.instrument().currency().value(),
                        unit(settings.instrument().id().value()),
                        settings.timeframe().toString(),
                        settings.timeframe().millis(),
                        decimals(settings.instrument().rules().priceStep()),
                        decimals(settings.instrument().rules().quantityStep())));
    }

    private static String unit(String instrument) {
        int slash = instrument.indexOf('/');
        return slash > 0 ? instrument.substring(0, slash) : "units";
    }

    private static String plan(EngineSettings settings, String mode) {
        return "Trades " + settings.instrument().id() + " on " + words(settings.timeframe()) + " candles and "
                + words(settings.size(), mode.equals("PAPER") ? "its paper money" : "the account") + ".";
    }

    private static String words(Timeframe timeframe) {
        long minutes = timeframe.duration().toMinutes();
        return minutes >= 1 && timeframe.duration().toSeconds() % 60 == 0 ? minutes + "-minute" : timeframe.toString();
    }

    private static String words(PositionSize size, String money) {
        return switch (size) {
            case PositionSize.Units units -> "puts " + plain(units.quantity()) + " units into each position";
            case PositionSize.AllCash all -> "puts all of " + money + " into each position";
            case PositionSize.Cash cash -> "puts " + plain(cash.amount()) + " of " + money + " into each position";
            case PositionSize.PercentOfEquity share ->
                "puts " + plain(share.percent()) + " % of " + money + " into each position";
            case PositionSize.RiskPercent risk -> "risks " + plain(risk.percent()) + " % of " + money + " each time";
        };
    }

    private static String plain(double number) {
        return String.format(
                Locale.ROOT,
                "%s",
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    private static int decimals(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }
}
