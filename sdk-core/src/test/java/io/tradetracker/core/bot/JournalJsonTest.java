package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalJsonTest {
    private static final Instant TIME = Instant.parse("2024-02-29T23:59:59.999Z");

    private final JournalJson json = new JournalJson();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatItWrote(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            JournalEntry entry = entry(random);

            JournalEntry read = json.read(json.write(entry));

            assertThat(read).as("seed %d, entry %d", seed, i).isEqualTo(entry);
            assertThat(json.write(read)).isEqualTo(json.write(entry));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"sequence\":1}",
                "{\"sequence\":1,\"input\":{\"kind\":\"open\",\"time\":\"2024-01-01T00:00:00Z\",\"candles\":{}},"
                        + "\"decisions\":[],\"fills\":[],\"rejections\":[],\"equity\":\"1\"}",
                "{\"sequence\":1,\"input\":{\"kind\":\"flood\"},\"decisions\":[],\"fills\":[],\"rejections\":[],"
                        + "\"equity\":\"1\"}",
                "{\"sequence\":1,\"input\":{\"kind\":\"kill\",\"time\":\"2024-01-01T00:00:00Z\",\"reason\":\" \","
                        + "\"mode\":\"block\"},\"decisions\":[],\"fills\":[],\"rejections\":[],\"equity\":\"1\"}",
                "{\"sequence\":1,\"input\":{\"kind\":\"halt\",\"time\":\"noon\"},\"decisions\":[],\"fills\":[],"
                        + "\"rejections\":[],\"equity\":\"1\"}",
                "{\"sequence\":1,\"input\":{\"kind\":\"halt\",\"time\":\"2024-01-01T00:00:00Z\"},\"decisions\":[],"
                        + "\"fills\":[],\"rejections\":[],\"equity\":\"much\"}"
            })
    void refusesWhatIsNoEntry(String text) {
        assertThatThrownBy(() -> json.read(text)).hasMessage("a bot's record holds an entry that cannot be read");
    }

    @Test
    void readsAnEntryFromBeforeThereWereOrderRules() {
        JournalEntry read = json.read("{\"sequence\":1,\"input\":{\"kind\":\"halt\",\"time\":"
                + "\"2024-01-01T00:00:00Z\"},\"decisions\":[],\"fills\":[],\"rejections\":[],\"equity\":\"1\"}");

        assertThat(read.checks()).isEmpty();
        assertThat(json.write(read)).doesNotContain("checks");
    }

    private static JournalEntry entry(Random random) {
        return new JournalEntry(
                1 + random.nextInt(1000),
                input(random),
                decisions(random),
                fills(random),
                rejections(random),
                checks(random),
                number(random));
    }

    private static BotInput input(Random random) {
        Candle candle = new Candle(TIME.plusSeconds(random.nextInt()), 2, 3.5, 1e-9, 1.0 / 3, random.nextInt(5));
        return switch (random.nextInt(11)) {
            case 7 -> new BotInput.Killed(new KillSwitch(TIME, "Ann: \"€😀\n", HaltMode.CLOSE));
            case 8 -> new BotInput.Resumed(TIME, "Bob");
            case 9 ->
                new BotInput.Connected(
                        TIME,
                        random.nextInt(),
                        Set.of(BrokerCapability.HEDGING, BrokerCapability.BRACKETS),
                        balances(random));
            case 10 -> new BotInput.Told(TIME, random.nextBoolean(), random.nextInt(), facts(random), withheld(random));
            case 0 -> new BotInput.WarmUp(candle);
            case 1 -> new BotInput.CandleOpened(TIME, number(random));
            case 2 -> new BotInput.CandleClosed(candle);
            case 3 -> new BotInput.CandleMissed(candle);
            case 4 ->
                new BotInput.Answered(
                        random.nextBoolean()
                                ? Answer.of("q-1", TIME, Map.of("say", "\"buy\"\n\u0000€😀"))
                                : Answer.failed("q-1", TIME, "late"));
            case 5 ->
                new BotInput.Moment(
                        candle.time(),
                        BotInput.Part.values()[random.nextInt(3)],
                        random.nextBoolean() ? Map.of() : Map.of(InstrumentId.of("BTC/USD"), candle));
            default -> new BotInput.Halted(TIME);
        };
    }

    private static AccountSnapshot balances(Random random) {
        Money money = new Money(new BigDecimal("12345.60").scaleByPowerOfTen(random.nextInt(5)), CurrencyCode.EUR);
        return new AccountSnapshot(AccountId.of("a\"1"), TIME, money, money, money, money);
    }

    private static List<GatewayFact> facts(Random random) {
        ClientOrderId id = ClientOrderId.of("b-v1-order-" + random.nextInt(100));
        return List.of(
                new GatewayFact.Seen(TIME, new AccountEvent.BalanceChanged(balances(random)), null),
                new GatewayFact.Answered(TIME, id, new SubmitOutcome.Refused("NO", "\"€😀\n")),
                new GatewayFact.Due(TIME, id));
    }

    private static List<ClientOrderId> withheld(Random random) {
        return random.nextBoolean() ? List.of() : List.of(ClientOrderId.of("b-v1-order-7"), ClientOrderId.of("€"));
    }

    private static List<DecisionRecord> decisions(Random random) {
        Decision decision = switch (random.nextInt(4)) {
            case 0 ->
                Decision.enter(OrderSide.BUY)
                        .atLimit(number(random))
                        .stopLoss(-number(random))
                        .reason("why");
            case 1 -> Decision.exit().tag("out").plot("line", number(random));
            case 2 -> Decision.amend().trailing(0.1).and(Decision.cancelAll());
            default -> Decision.ask(Question.of("q", "oracle", Map.of("a", "b")));
        };
        return List.of(new DecisionRecord(TIME, "candle", decision, Map.of("sma(CLOSE,10)", number(random))));
    }

    private static List<Fill> fills(Random random) {
        return List.of(new Fill(
                TIME,
                InstrumentId.of("BTC/USD"),
                random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL,
                new BigDecimal("0.00010"),
                new BigDecimal("38000.25"),
                BigDecimal.ZERO,
                FillReason.ENTRY,
                ClientOrderId.of("b-v1-order-1")));
    }

    private static List<Rejection> rejections(Random random) {
        return random.nextBoolean() ? List.of() : List.of(new Rejection(TIME, "t", "NO_POSITION", "there is none"));
    }

    private static List<RefusedCheck> checks(Random random) {
        RuleOutcome refused = new RuleOutcome(
                RuleName.MAX_POSITION, number(random), Double.POSITIVE_INFINITY, false, "too \"much\"\n€😀");
        RuleOutcome passed = new RuleOutcome(RuleName.DRAWDOWN, 20, number(random), true, "fine");
        return random.nextBoolean()
                ? List.of()
                : List.of(new RefusedCheck(
                        TIME, InstrumentId.of("BTC/USD"), "t", new CheckResult(List.of(refused, passed))));
    }

    private static double number(Random random) {
        return random.nextDouble() * Math.pow(10, random.nextInt(20) - 10);
    }
}
