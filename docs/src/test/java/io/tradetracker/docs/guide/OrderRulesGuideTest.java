package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.PrintSource;
import io.tradetracker.core.feed.ReplayFeed;
import io.tradetracker.core.risk.AccountFacts;
import io.tradetracker.core.risk.AccountWatch;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.ProposedOrder;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.samples.data.SampleData;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What "Order rules" shows. */
final class OrderRulesGuideTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);

    @Test
    void keepsRulesInABacktest() {
        // snippet: order-rules
        OrderRules rules = OrderRules.NONE
                .withMaxPosition(5)
                .withMaxExposure(150)
                .withMaxOrdersPerHour(6)
                .withMaxDailyLoss(3, HaltMode.CLOSE)
                .withMaxDrawdown(20, HaltMode.BLOCK);
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(Cross::new)
                .size(PositionSize.percentOfEquity(100))
                .orderRules(rules)
                .run();
        result.report().refusedByRule().forEach((rule, count) -> System.out.println(rule + " refused " + count));
        RefusedCheck first = result.refusedChecks().getFirst();
        System.out.println(first.time() + " " + first.refusal().sentence());
        // end

        assertThat(result.report().refusedByRule()).containsKey(RuleName.MAX_POSITION);
        assertThat(result.fills())
                .allSatisfy(fill -> assertThat(fill.quantity().doubleValue()).isLessThanOrEqualTo(5));
    }

    @Test
    void pullsTheKillSwitchOfABot() {
        BotJournal journal = new InMemoryBotJournal();
        var candles = SampleData.us500Daily();
        journal.create(new BotConfiguration(
                BotId.of("bot"), 1, "Bot", "any", Map.of(), EngineSettings.of(candles.instrument(), Timeframe.D1)));
        try (ReplayFeed feed = new ReplayFeed(candles.instrument(), PrintSource.of(candles), 1, candles.time(0));
                Bot bot = TradeTracker.create()
                        .bot(journal.bots().getFirst())
                        .strategy(Cross::new)
                        .feed(feed, feed::marketTime)
                        .journal(journal)
                        .open()) {
            // snippet: kill-switch
            bot.kill("Ann: the venue has no prices", HaltMode.CLOSE);
            // nothing is opened from here on, whatever the strategy wants, also after a restart
            bot.resume("Ann: prices are back");
            // end

            assertThat(bot.killSwitch()).isEmpty();
            assertThat(bot.snapshot().sequence()).isEqualTo(2);
        }
    }

    @Test
    void checksAnOrderForAnyGateway() {
        OrderRules rules = OrderRules.NONE.withMaxPosition(5).withMaxExposure(150);
        InstrumentId us500 = InstrumentId.of("US500");
        long now = 0;

        // snippet: order-check
        AccountWatch watch = new AccountWatch(rules, 10_000);
        watch.onTime(now, 10_000);
        watch.onEquity(9_800);
        AccountFacts facts = watch.facts(now, 9_800, 4, 4 * 2_000);
        CheckResult check = rules.check(new ProposedOrder(us500, OrderSide.BUY, 2, 2_000, 2), facts);
        // MAX_POSITION: the position in US500 would be 6 units, at most 5 are allowed
        // end

        assertThat(check.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.rule() + ": " + refusal.sentence())
                        .isEqualTo("MAX_POSITION: the position in US500 would be 6 units, at most 5 are allowed"));
    }

    private record Cross(Indicator fast, Indicator slow) implements Strategy {
        Cross(StrategyContext context) {
            this(context.indicators().sma(CLOSE, 10), context.indicators().sma(CLOSE, 30));
        }

        @Override
        public Decision onCandle(StrategyView view) {
            return fast.crossedAbove(slow)
                    ? Decision.enter(OrderSide.BUY)
                    : fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
        }
    }

    @Test
    void listsEveryRule() throws IOException {
        String guide = Files.readString(Path.of("order-rules.md"));

        assertThat(ROW.matcher(guide).results().map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RuleName.class.getDeclaredFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .toList());
    }
}
