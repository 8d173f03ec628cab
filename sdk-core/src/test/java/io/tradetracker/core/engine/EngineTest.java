package io.tradetracker.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulationRules;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final long MINUTE = 60_000;
    private static final EngineSettings SETTINGS = EngineSettings.of(Instrument.of("TEST"), Timeframe.M1);

    private final List<String> heard = new ArrayList<>();

    @Test
    void fillsBeforeTheCandleBecomesVisible() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                heard.add("candle " + view.candles().close() + " at " + view.time());
                return view.position().isFlat() ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }

            @Override
            public Decision onFill(FillView fill, StrategyView view) {
                heard.add("fill at " + fill.price() + " sees " + view.candles().close());
                return Decision.hold();
            }
        });

        candle(engine, 0, 10);
        candle(engine, 1, 11);

        assertThat(heard)
                .containsExactly(
                        "candle 10.0 at 1970-01-01T00:01:00Z",
                        "fill at 11.0 sees 10.0",
                        "candle 11.0 at 1970-01-01T00:02:00Z");
    }

    @Test
    void asksOnlyOnceEveryIndicatorHasAValue() {
        Engine engine = new Engine(SETTINGS, context -> {
            context.indicators().sma(PriceField.CLOSE, 3);
            return view -> remember("asked at " + view.candles().close());
        });

        candles(engine, 0, 5);

        assertThat(heard).containsExactly("asked at 2.0", "asked at 3.0", "asked at 4.0");
    }

    @Test
    void asksAfterADeclaredWarmUpInstead() {
        Engine engine = new Engine(SETTINGS, context -> {
            context.indicators().sma(PriceField.CLOSE, 50);
            context.warmUp(2);
            return view -> remember("asked at " + view.candles().close());
        });

        candles(engine, 0, 3);

        assertThat(heard).containsExactly("asked at 1.0", "asked at 2.0");
    }

    @Test
    void showsALongerCandleOnlyWhenItIsOver() {
        Engine engine = new Engine(SETTINGS, context -> {
            Candles longer = context.candles(Timeframe.of(Duration.ofMinutes(3)));
            return view -> remember(view.candles().close() + " sees " + longer.close() + " of " + longer.size());
        });

        candles(engine, 0, 7);

        assertThat(heard)
                .containsExactly(
                        "2.0 sees 2.0 of 1",
                        "3.0 sees 2.0 of 1",
                        "4.0 sees 2.0 of 1",
                        "5.0 sees 5.0 of 2",
                        "6.0 sees 5.0 of 2");
    }

    @Test
    void showsALongerCandleAfterAGapWhenTheNextOneComes() {
        Engine engine = new Engine(SETTINGS, context -> {
            Candles longer = context.candles(Timeframe.of(Duration.ofMinutes(3)));
            context.warmUp(1);
            return view -> remember(view.candles().close() + " sees " + longer.size());
        });

        candle(engine, 0, 0);
        candle(engine, 1, 1);
        candle(engine, 7, 7);

        assertThat(heard).containsExactly("0.0 sees 0", "1.0 sees 0", "7.0 sees 1");
    }

    @Test
    void tellsAboutRefusalsAndKeepsThem() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return Decision.enter(OrderSide.BUY).stopLoss(view.candles().close() + 1);
            }

            @Override
            public Decision onRejected(Rejection rejection, StrategyView view) {
                return remember(rejection.code());
            }
        });

        candle(engine, 0, 10);

        assertThat(heard).containsExactly("STOP_ON_WRONG_SIDE");
        assertThat(engine.broker().rejections()).hasSize(1);
    }

    @Test
    void endsAStrategyThatAnswersEachRefusalWithAnother() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return Decision.amend().stopLoss(1);
            }

            @Override
            public Decision onRejected(Rejection rejection, StrategyView view) {
                return Decision.amend().stopLoss(1);
            }
        });

        assertFails(engine, ApiError.STRATEGY_FAILED, "answers each refusal");
    }

    @Test
    void keepsReasonsPlotsAndIndicatorValues() {
        Engine engine = new Engine(SETTINGS, context -> {
            context.indicators().sma(PriceField.CLOSE, 2);
            context.indicators(Timeframe.M5).sma(PriceField.CLOSE, 1);
            context.warmUp(2);
            return view -> Decision.hold().reason("calm").plot("line", 7);
        });

        candles(engine, 0, 2);

        assertThat(engine.decisions().toList())
                .containsExactly(new DecisionRecord(
                        Instant.ofEpochMilli(2 * MINUTE),
                        "candle",
                        Decision.hold().reason("calm").plot("line", 7),
                        Map.of("sma(CLOSE,2)", 0.5)));
    }

    @Test
    void collectsQuestionsAndHandsAnswersOver() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return Decision.ask(Question.of("q" + view.candles().close(), "oracle", Map.of("close", "10")));
            }

            @Override
            public Decision onAnswer(Answer answer, StrategyView view) {
                return remember(answer.questionId() + " " + answer.content() + " at " + view.time());
            }
        });

        candle(engine, 0, 10);
        List<Question> questions = engine.takeQuestions();
        engine.onAnswer(Answer.of("q10.0", Instant.ofEpochMilli(90_000), Map.of("direction", "up")));

        assertThat(questions).extracting(Question::id).containsExactly("q10.0");
        assertThat(engine.takeQuestions()).isEmpty();
        assertThat(heard).containsExactly("q10.0 {direction=up} at 1970-01-01T00:01:30Z");
    }

    @Test
    void anOrderForOneCandleThatAnAnswerPlacesInsideACandleLivesTheNextOne() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return Decision.hold();
            }

            @Override
            public Decision onAnswer(Answer answer, StrategyView view) {
                return Decision.enter(OrderSide.BUY).atLimit(9).timeInForce(TimeInForce.NEXT_CANDLE);
            }
        });

        candle(engine, 0, 10);
        engine.onCandleOpen(MINUTE, 10);
        engine.onAnswer(Answer.of("q", Instant.ofEpochMilli(90_000), Map.of()));
        engine.onCandle(MINUTE, 10, 10, 8, 10, 1);
        assertThat(engine.broker().orders()).hasSize(1);
        engine.onCandle(2 * MINUTE, 10, 10, 8, 10, 1);

        assertThat(engine.broker().orders()).isEmpty();
        assertThat(engine.broker().fills().toFills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.time()).isEqualTo(Instant.ofEpochMilli(2 * MINUTE)));
    }

    @Test
    void trailsByTheVeryIndicatorThatWasGiven() {
        Engine engine = new Engine(SETTINGS, context -> {
            context.indicators().atr(1);
            Indicator longer = context.indicators(Timeframe.M5).atr(1);
            context.warmUp(10);
            return view ->
                    view.position().isFlat() ? Decision.enter(OrderSide.BUY).trailing(longer, 1) : Decision.hold();
        });

        for (int i = 0; i < 10; i++) {
            engine.onCandle(i * MINUTE, 100, i == 5 ? 110 : 104, 100, 100, 1);
        }
        engine.onCandleOpen(10 * MINUTE, 100);

        assertThat(engine.broker().position().stopLoss()).isEqualTo(90);
    }

    @Test
    void warmUpCandlesAreSeenButNotDecidedUpon() {
        Engine engine = new Engine(SETTINGS, context -> {
            context.indicators().sma(PriceField.CLOSE, 3);
            return view -> remember("asked at " + view.candles().close());
        });

        engine.warmUp(0, 1, 1, 1, 1, 1);
        engine.warmUp(MINUTE, 2, 2, 2, 2, 1);
        candle(engine, 2, 3);

        assertThat(heard).containsExactly("asked at 3.0");
    }

    @Test
    void anUnattendedCandleFillsButIsNotDecidedUpon() {
        Engine engine = new Engine(
                SETTINGS,
                context -> view -> view.position().isFlat()
                        ? Decision.enter(OrderSide.BUY).stopLoss(view.candles().close() - 5)
                        : remember("holding"));

        candle(engine, 0, 10);
        candle(engine, 1, 10);
        engine.onUnattendedCandle(2 * MINUTE, 9, 9, 1, 2, 1);

        assertThat(engine.broker().position().isFlat()).isTrue();
        assertThat(engine.broker().orders()).isEmpty();
        assertThat(heard).containsExactly("holding");
    }

    @Test
    void tellsOfFillsInUnattendedCandlesBeforeItAsksAgain() {
        Engine engine = new Engine(SETTINGS, context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                heard.add("asked, holding " + view.position().quantity());
                return view.candles().close() == 10 ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }

            @Override
            public Decision onFill(FillView fill, StrategyView view) {
                heard.add("fill of " + fill.time() + ", in a candle: " + view.isInCandle());
                return Decision.hold();
            }
        });

        candle(engine, 0, 10);
        engine.onUnattendedCandle(MINUTE, 9, 9, 9, 9, 1);
        candle(engine, 2, 9);

        assertThat(heard)
                .containsExactly(
                        "asked, holding 0.0", "fill of 1970-01-01T00:01:00Z, in a candle: true", "asked, holding 1.0");
    }

    @Test
    void isBetweenCandlesWhenACloseFills() {
        SimulationRules atClose = SimulationRules.DEFAULT.withFillAt(FillAt.CLOSE);
        Engine engine = new Engine(SETTINGS.withRules(atClose), context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                heard.add("asked in a candle: " + view.isInCandle());
                return view.candles().close() == 10
                        ? Decision.enter(OrderSide.BUY).takeProfit(12)
                        : Decision.hold();
            }

            @Override
            public Decision onFill(FillView fill, StrategyView view) {
                boolean both = view.isInCandle() && view.on(fill.instrument()).isInCandle();
                heard.add(fill.reason() + " in a candle: " + both);
                return Decision.hold();
            }
        });

        candle(engine, 0, 10);
        candle(engine, 1, 13);

        assertThat(heard)
                .containsExactly(
                        "asked in a candle: false",
                        "ENTRY in a candle: false",
                        "TAKE_PROFIT in a candle: true",
                        "asked in a candle: false");
    }

    @Test
    void refusesCandlesOutOfOrder() {
        Engine engine = new Engine(SETTINGS, context -> view -> Decision.hold());
        candle(engine, 5, 1);

        assertThatThrownBy(() -> candle(engine, 5, 1))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class, e -> assertThat(e.code()).isEqualTo(CoreError.OUT_OF_ORDER))
                .hasMessageContaining("1970-01-01T00:05:00Z");
    }

    @Nested
    final class WhenTheStrategyFails {
        @Test
        void namesTheMomentAndTheMethod() {
            Engine engine = engine(context -> view -> {
                throw new IllegalStateException("no idea");
            });

            assertFails(engine, ApiError.STRATEGY_FAILED, "IllegalStateException: no idea");
            assertFails(
                    engine(context -> view -> {
                        throw new StackOverflowError();
                    }),
                    ApiError.STRATEGY_FAILED,
                    "StackOverflowError");
        }

        @Test
        @SuppressWarnings("NullAway") // an author may do it
        void refusesNullAsADecision() {
            assertFails(engine(context -> view -> null), ApiError.BAD_DECISION, "return Decision.hold()");
        }

        @Test
        void refusesAStrategyThatCannotBeCreated() {
            StrategyFactory broken = context -> {
                throw new IllegalArgumentException("needs a period");
            };

            assertThatThrownBy(() -> engine(broken))
                    .isInstanceOf(TradeTrackerException.class)
                    .hasMessageContaining("could not be created")
                    .hasMessageContaining("needs a period");
        }

        @Test
        void refusesDeclarationsAfterCreation() {
            Engine engine = engine(context -> view -> {
                context.indicators().sma(PriceField.CLOSE, 5);
                return Decision.hold();
            });

            assertFails(engine, ApiError.STRATEGY_FAILED, "IllegalStateException");
        }

        @Test
        void refusesAShorterTimeframe() {
            assertThatThrownBy(() -> engine(context -> {
                        context.candles(Timeframe.parse("90s"));
                        return view -> Decision.hold();
                    }))
                    .hasMessageContaining("no whole multiple");
        }

        private Engine engine(StrategyFactory factory) {
            return new Engine(SETTINGS, factory);
        }
    }

    private Decision remember(String what) {
        heard.add(what);
        return Decision.hold();
    }

    private static void assertFails(Engine engine, ApiError code, String message) {
        assertThatThrownBy(() -> candle(engine, 0, 10))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message)
                .hasMessageContaining("1970-01-01T00:01:00Z");
    }

    private static void candles(Engine engine, int from, int to) {
        for (int i = from; i < to; i++) {
            candle(engine, i, i);
        }
    }

    private static void candle(Engine engine, int minute, double price) {
        engine.onCandle(minute * MINUTE, price, price, price, price, 1);
    }

    @Test
    void handsAStrategyNothingThatCanBeMovedOn() {
        List<Object> handed = new ArrayList<>();
        new Engine(SETTINGS, context -> {
            handed.add(context);
            handed.add(context.candles());
            handed.add(context.indicators());
            handed.add(context.indicators().sma(PriceField.CLOSE, 3));
            return view -> Decision.hold();
        });

        for (Object each : handed) {
            assertThat(Modifier.isPublic(each.getClass().getModifiers()))
                    .as("%s", each.getClass())
                    .isFalse();
            Set<String> promised = Arrays.stream(each.getClass().getInterfaces())
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            assertThat(Arrays.stream(each.getClass().getDeclaredMethods())
                            .filter(method -> Modifier.isPublic(method.getModifiers()))
                            .map(Method::getName)
                            .filter(name -> !name.equals("toString")))
                    .as("public methods of %s", each.getClass())
                    .isSubsetOf(promised);
        }
    }
}
