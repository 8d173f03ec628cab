package io.tradetracker.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountTrackerTest {
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");

    private final AccountTracker tracker = new AccountTracker(2, Duration.ofMinutes(10));

    @Test
    void tellsOfAllThatIsThereAtTheFirstLook() {
        List<AccountEvent> events =
                look(List.of(order("o1", "5")), List.of(position("p1", "2")), List.of(row("a1", 0)));

        assertThat(events)
                .containsExactly(
                        new AccountEvent.ActivityAdded(row("a1", 0)),
                        new AccountEvent.OrderPlaced(order("o1", "5")),
                        new AccountEvent.PositionOpened(position("p1", "2")),
                        new AccountEvent.BalanceChanged(snapshot("1000")));
        assertThat(tracker.held(GOLD)).isEqualByComparingTo("2");
    }

    @Test
    void tellsNothingTwice() {
        look(List.of(order("o1", "5")), List.of(position("p1", "2")), List.of(row("a1", 0)));

        assertThat(look(
                        List.of(order("o1", "5.0")),
                        List.of(position("p1", "2.00")),
                        List.of(row("a1", 0), row("a1", 0))))
                .isEmpty();
    }

    @Test
    void believesAnEndOnlyWhenTwoLooksInARowSayIt() {
        look(List.of(), List.of(position("p1", "2")), List.of());

        assertThat(look(List.of(), List.of(), List.of())).isEmpty();
        assertThat(tracker.isSure()).isFalse();
        assertThat(look(List.of(), List.of(position("p1", "2")), List.of())).isEmpty();
        assertThat(tracker.isSure()).isTrue();
        assertThat(look(List.of(), List.of(), List.of())).isEmpty();
        assertThat(look(List.of(), List.of(), List.of()))
                .containsExactly(new AccountEvent.PositionClosed(position("p1", "2")));
    }

    @Test
    void believesAChangeOnlyWhenTwoLooksInARowSayTheSame() {
        look(List.of(), List.of(position("p1", "3")), List.of());

        assertThat(look(List.of(), List.of(position("p1", "2")), List.of())).isEmpty();
        assertThat(look(List.of(), List.of(position("p1", "1")), List.of()))
                .as("another one")
                .isEmpty();
        assertThat(look(List.of(), List.of(position("p1", "1")), List.of()))
                .containsExactly(new AccountEvent.PositionChanged(position("p1", "3"), position("p1", "1")));
    }

    @Test
    void takesBackWhatTheBrokerForgotForLonger() {
        look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of());
        look(List.of(), List.of(), List.of());
        look(List.of(), List.of(), List.of());

        assertThat(look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of()))
                .isEmpty();
        assertThat(tracker.isSure())
                .as("something shows that is known to be gone")
                .isFalse();
        assertThat(look(List.of(), List.of(), List.of())).isEmpty();
        assertThat(tracker.isSure()).isTrue();
        assertThat(look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of()))
                .as("not in a row")
                .isEmpty();
        assertThat(look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of()))
                .containsExactly(
                        new AccountEvent.OrderPlaced(order("o1", "1")),
                        new AccountEvent.PositionOpened(position("p1", "2")));
        assertThat(tracker.isSure()).isTrue();
        assertThat(tracker.held(GOLD)).isEqualByComparingTo("2");
    }

    @Test
    void takesAnOlderStateOfOnceForNothing() {
        look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of());
        look(List.of(), List.of(), List.of());
        look(List.of(), List.of(), List.of());

        assertThat(look(List.of(order("o1", "1")), List.of(position("p1", "2")), List.of()))
                .as("an older state after a newer one")
                .isEmpty();
        assertThat(tracker.knows(BrokerPositionId.of("p1"))).isTrue();
        assertThat(tracker.positions()).isEmpty();
    }

    @Test
    void tellsOfLateRowsAndAsksForThem() {
        look(List.of(), List.of(), List.of(row("new", 600)));

        assertThat(tracker.activityFrom(TIME.plusSeconds(900))).isEqualTo(TIME);
        assertThat(look(List.of(), List.of(), List.of(row("late", 5), row("new", 600))))
                .containsExactly(new AccountEvent.ActivityAdded(row("late", 5)));
        assertThat(tracker.activityFrom(TIME.minusSeconds(60)))
                .as("a clock that was set back")
                .isEqualTo(TIME.minusSeconds(660));
    }

    @Test
    void waitsForTheQuantityOfATradeButNotForEver() {
        Activity bare = new Activity(
                "a1", TIME, ActivityKind.TRADE, ActivitySource.USER, GOLD, OrderSide.BUY, null, null, null, null, null);

        assertThat(look(List.of(), List.of(), List.of(bare))).noneMatch(AccountEvent.ActivityAdded.class::isInstance);
        assertThat(look(List.of(), List.of(), List.of(row("a1", 0))))
                .containsExactly(new AccountEvent.ActivityAdded(row("a1", 0)));
        Activity never = new Activity(
                "a2",
                TIME.minusSeconds(200),
                ActivityKind.TRADE,
                ActivitySource.USER,
                GOLD,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(look(List.of(), List.of(), List.of(never))).containsExactly(new AccountEvent.ActivityAdded(never));
    }

    /** A broker that forgets, repeats and shows older states for one look at a time; the events still add up to it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsEachChangeOnceWhateverTheBrokerShows(long seed) {
        Random random = new Random(seed);
        List<Position> truth = new ArrayList<>();
        List<Position> before = List.of();
        List<AccountEvent> events = new ArrayList<>();
        List<String> opened = new ArrayList<>();
        for (int round = 0; round < 400; round++) {
            before = List.copyOf(truth);
            change(truth, opened, random);
            List<Position> shown = new ArrayList<>(random.nextInt(4) == 0 ? before : truth);
            if (!shown.isEmpty() && random.nextInt(4) == 0) {
                shown.remove(random.nextInt(shown.size()));
            }
            events.addAll(look(List.of(), shown, List.of()));
            events.addAll(look(List.of(), truth, List.of()));
            events.addAll(look(List.of(), truth, List.of()));
        }

        assertThat(tracker.positions()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(truth);
        AccountTracker copy = new AccountTracker(2, Duration.ofMinutes(10));
        events.forEach(copy::restore);
        assertThat(copy.positions()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(copy.held(GOLD)).isEqualByComparingTo(tracker.held(GOLD));
        assertThat(events.stream()
                        .filter(AccountEvent.PositionOpened.class::isInstance)
                        .count())
                .isEqualTo(opened.size());
        assertThat(events.stream()
                        .filter(AccountEvent.PositionClosed.class::isInstance)
                        .count())
                .isEqualTo(opened.size() - truth.size());
    }

    private static void change(List<Position> truth, List<String> opened, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> {
                opened.add("p" + opened.size());
                truth.add(position(opened.getLast(), Integer.toString(1 + random.nextInt(9))));
            }
            case 1 -> {
                if (!truth.isEmpty()) {
                    truth.remove(random.nextInt(truth.size()));
                }
            }
            default -> {
                if (!truth.isEmpty()) {
                    int which = random.nextInt(truth.size());
                    truth.set(
                            which, position(truth.get(which).id().value(), Integer.toString(10 + random.nextInt(90))));
                }
            }
        }
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountTracker(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountTracker(1, Duration.ZERO));
    }

    private List<AccountEvent> look(List<Order> orders, List<Position> positions, List<Activity> rows) {
        return tracker.onReading(new AccountReading(orders, positions, rows, snapshot("1000")));
    }

    private static AccountSnapshot snapshot(String equity) {
        Money money = Money.of(equity, CurrencyCode.USD);
        return new AccountSnapshot(AccountId.of("1"), TIME, money, money, Money.zero(CurrencyCode.USD), money);
    }

    private static Order order(String id, String quantity) {
        return new Order(
                BrokerOrderId.of(id),
                null,
                GOLD,
                OrderSide.BUY,
                OrderType.LIMIT,
                new BigDecimal(quantity),
                OrderPrices.NONE.withLimitPrice(BigDecimal.TEN),
                null,
                TIME);
    }

    private static Position position(String id, String quantity) {
        return new Position(
                BrokerPositionId.of(id),
                null,
                null,
                GOLD,
                PositionSide.LONG,
                new BigDecimal(quantity),
                BigDecimal.TEN,
                TIME,
                null,
                null);
    }

    private static Activity row(String id, int seconds) {
        return new Activity(
                id,
                TIME.plusSeconds(seconds),
                ActivityKind.TRADE,
                ActivitySource.USER,
                GOLD,
                OrderSide.BUY,
                BigDecimal.ONE,
                BigDecimal.TEN,
                null,
                null,
                null);
    }
}
