package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries deals out: what they open, reduce and close, and every row that tells of it. */
final class Book {
    private final Timeline timeline;
    private final Journal journal;
    private final Ids ids;
    private final Supplier<Activity.Visibility> visibility;

    Book(Timeline timeline, Journal journal, Ids ids, Supplier<Activity.Visibility> visibility) {
        this.timeline = timeline;
        this.journal = journal;
        this.ids = ids;
        this.visibility = visibility;
    }

    /**
     * A deal to be done at the current price.
     *
     * @param orderId order behind it
     * @param market where
     * @param direction BUY or SELL
     * @param size units
     * @param source who wants it
     */
    record Order(String orderId, Market market, Direction direction, BigDecimal size, Source source) {}

    /**
     * What became of a deal.
     *
     * @param affected positions that changed
     * @param profit what was earned by closing, or null when nothing was closed
     * @param opened units that were opened
     */
    record Outcome(
            List<Confirm.Affected> affected, @Nullable BigDecimal profit, BigDecimal opened) {}

    /** {@return units of a deal that would open a position} */
    BigDecimal opening(Account account, Market market, Direction direction, BigDecimal size) {
        return size.subtract(netted(account, market, direction)).max(BigDecimal.ZERO);
    }

    private static BigDecimal netted(Account account, Market market, Direction direction) {
        return opposite(account, market, direction).stream()
                .map(Position::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return whether the account can hold what a deal opens, after what it closes is gone} */
    boolean hasMargin(Account account, Market market, Direction direction, BigDecimal size) {
        BigDecimal open = opening(account, market, direction, size);
        if (open.signum() == 0) {
            return true;
        }
        BigDecimal freed = opposite(account, market, direction).stream()
                .map(Position::blocked)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed = account.margin(market.spec()).of(open, market.opening(direction));
        return account.available().add(freed).compareTo(needed) >= 0;
    }

    Outcome fill(Account account, Order order, Protection protection) {
        journal.changing(account);
        List<Confirm.Affected> affected = new ArrayList<>();
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal rest = order.size;
        for (Position position : opposite(account, order.market, order.direction)) {
            if (rest.signum() > 0) {
                BigDecimal units = rest.min(position.size());
                boolean whole = units.compareTo(position.size()) == 0;
                profit = profit.add(reduce(account, position, units, Closing.by(order)));
                affected.add(new Confirm.Affected(
                        position.dealId(), whole ? Confirm.Change.FULLY_CLOSED : Confirm.Change.PARTIALLY_CLOSED));
                rest = rest.subtract(units);
            }
        }
        if (rest.signum() > 0) {
            affected.add(new Confirm.Affected(open(account, order, rest, protection), Confirm.Change.OPENED));
        }
        boolean closed = rest.compareTo(order.size) < 0;
        return new Outcome(List.copyOf(affected), closed ? profit : null, rest);
    }

    /** Positions that a deal of this direction reduces, oldest first; none on a hedging account. */
    private static List<Position> opposite(Account account, Market market, Direction direction) {
        return account.positions().values().stream()
                .filter(position ->
                        !account.hedging() && position.market().equals(market) && position.direction() != direction)
                .toList();
    }

    private String open(Account account, Order order, BigDecimal size, Protection protection) {
        String dealId = ids.deal();
        BigDecimal level = order.market.opening(order.direction);
        Position position = new Position(
                dealId,
                order.orderId,
                order.market,
                order.direction,
                size,
                level,
                timeline.now(),
                account.margin(order.market.spec()),
                protection);
        account.positions().put(dealId, position);
        executed(account, position, new Part(Execution.Kind.OPENED, size, level, BigDecimal.ZERO), Closing.by(order));
        return dealId;
    }

    /**
     * Why a position is reduced.
     *
     * @param orderId order behind it
     * @param source who wants it
     * @param level the price it is done at
     */
    record Closing(String orderId, Source source, BigDecimal level) {
        static Closing by(Order order) {
            return new Closing(order.orderId, order.source, order.market.opening(order.direction));
        }
    }

    /** An account is about to change. */
    void changing(Account account) {
        journal.changing(account);
    }

    /** {@return what it earned} */
    BigDecimal reduce(Account account, Position position, BigDecimal units, Closing closing) {
        journal.changing(account);
        BigDecimal profit = position.profit(units, closing.level);
        BigDecimal left = position.size().subtract(units);
        if (left.signum() == 0) {
            account.positions().remove(position.dealId());
        } else {
            account.positions().put(position.dealId(), position.withSize(left));
        }
        pay(account, position.market(), Transaction.Type.TRADE, "Trade closed", profit);
        Execution.Kind kind = left.signum() == 0 ? Execution.Kind.CLOSED : Execution.Kind.REDUCED;
        executed(account, position, new Part(kind, units, closing.level, profit), closing);
        return profit;
    }

    void pay(Account account, Market market, Transaction.Type type, String note, BigDecimal amount) {
        account.pay(new Transaction(timeline.now(), market.epic(), type, note, ids.transaction(), amount));
    }

    void log(Account account, Market market, String dealId, Activity.Kind kind, Activity.Details details) {
        account.activities().add(new Activity(timeline.now(), market, dealId, kind, details, visibility.get()));
    }

    private record Part(Execution.Kind kind, BigDecimal size, BigDecimal level, BigDecimal profit) {}

    private void executed(Account account, Position position, Part part, Closing why) {
        boolean opens = part.kind == Execution.Kind.OPENED;
        Direction direction =
                opens ? position.direction() : position.direction().opposite();
        journal.executed(new Execution(
                timeline.now(),
                account.id(),
                position.market().epic(),
                position.dealId(),
                why.orderId,
                part.kind,
                direction,
                part.size,
                part.level,
                why.source,
                part.profit));
        Protection protection = opens ? position.protection() : Protection.none();
        log(
                account,
                position.market(),
                position.dealId(),
                new Activity.Kind(why.source, Activity.Type.POSITION, Activity.Status.ACCEPTED),
                new Activity.Details(
                        "p_" + position.dealId(), why.orderId, direction, part.size, part.level, protection));
    }
}
