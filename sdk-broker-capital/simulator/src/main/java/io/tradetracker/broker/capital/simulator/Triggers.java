package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to accounts without a request: stops, profits, orders, close-outs, expiry and overnight fees. */
final class Triggers {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Timeline timeline;
    private final Book book;
    private final Collection<Account> accounts;

    Triggers(Timeline timeline, Book book, Collection<Account> accounts) {
        this.timeline = timeline;
        this.book = book;
        this.accounts = accounts;
    }

    /** The price of a market moved. */
    void onQuote(Market market) {
        for (Account account : accounts) {
            for (Position position : List.copyOf(account.positions().values())) {
                if (position.market().equals(market)) {
                    guard(account, position);
                }
            }
            orders(account, market);
            closeOut(account);
        }
    }

    private void guard(Account account, Position position) {
        Protection protection = position.protection();
        BigDecimal price = position.market().closing(position.direction());
        Source source = reached(position.direction(), protection, price);
        if (source == null) {
            Protection following = protection.following(position.direction(), price);
            account.positions().put(position.dealId(), position.with(following));
            return;
        }
        BigDecimal stop = protection.stop();
        boolean atLevel = source == Source.SL && protection.guaranteed();
        BigDecimal level = atLevel && stop != null ? stop : price;
        book.reduce(account, position, position.size(), new Book.Closing(position.orderId(), source, level));
    }

    private static @Nullable Source reached(Direction direction, Protection protection, BigDecimal price) {
        if (protection.stop() != null && price.compareTo(protection.stop()) * direction.sign() <= 0) {
            return Source.SL;
        }
        if (protection.profit() != null && price.compareTo(protection.profit()) * direction.sign() >= 0) {
            return Source.TP;
        }
        return null;
    }

    /** Fills what waits for the current price. */
    void orders(Account account, Market market) {
        if (!market.isOpen(timeline.now())) {
            return;
        }
        for (WorkingOrder order : List.copyOf(account.orders().values())) {
            if (order.market().equals(market) && order.isReached()) {
                fill(account, order);
            }
        }
    }

    private void fill(Account account, WorkingOrder order) {
        Market market = order.market();
        if (!book.hasMargin(account, market, order.direction(), order.size())) {
            remove(account, order, Activity.Status.REJECTED, order.terms().level());
            return;
        }
        remove(account, order, Activity.Status.EXECUTED, market.opening(order.direction()));
        Book.Order now = new Book.Order(order.dealId(), market, order.direction(), order.size(), Source.SYSTEM);
        book.fill(account, now, order.terms().protection());
    }

    void expire(Account account, String dealId, Instant time) {
        WorkingOrder order = account.orders().get(dealId);
        if (order != null && time.equals(order.terms().goodTill())) {
            remove(account, order, Activity.Status.EXPIRED, order.terms().level());
        }
    }

    private void remove(Account account, WorkingOrder order, Activity.Status status, BigDecimal level) {
        book.changing(account);
        account.orders().remove(order.dealId());
        Activity.Kind kind = new Activity.Kind(Source.SYSTEM, Activity.Type.WORKING_ORDER, status);
        Activity.Details details = new Activity.Details(
                "o_" + order.dealId(),
                null,
                order.direction(),
                order.size(),
                level,
                order.terms().protection());
        book.log(account, order.market(), order.dealId(), kind, details);
    }

    /** Below half of the margin, positions are closed, the largest loss first. */
    private void closeOut(Account account) {
        while (account.equity().compareTo(account.blocked().multiply(HALF)) < 0) {
            Position worst = account.positions().values().stream()
                    .filter(position -> position.market().isOpen(timeline.now()))
                    .min(Comparator.comparing(Position::profit))
                    .orElse(null);
            if (worst == null) {
                return;
            }
            BigDecimal level = worst.market().closing(worst.direction());
            book.reduce(account, worst, worst.size(), new Book.Closing(worst.orderId(), Source.CLOSE_OUT, level));
        }
    }

    /** Charges the fee of a market, and plans the next time. */
    void overnight(Market market, OvernightFee fee) {
        for (Account account : accounts) {
            for (Position position : List.copyOf(account.positions().values())) {
                if (position.market().equals(market)) {
                    charge(account, position, fee);
                }
            }
        }
        plan(market, fee);
    }

    private void charge(Account account, Position position, OvernightFee fee) {
        book.changing(account);
        BigDecimal price = position.market().closing(position.direction());
        BigDecimal value = position.size().multiply(price);
        BigDecimal amount =
                value.multiply(fee.rate(position.direction())).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        book.pay(account, position.market(), Transaction.Type.SWAP, "Overnight fee", amount);
        Activity.Kind kind = new Activity.Kind(Source.SYSTEM, Activity.Type.SWAP, Activity.Status.ACCEPTED);
        Activity.Details details = new Activity.Details(
                "p_" + position.dealId(), null, position.direction(), position.size(), price, Protection.none());
        book.log(account, position.market(), position.dealId(), kind, details);
    }

    void plan(Market market, OvernightFee fee) {
        timeline.at(next(fee, timeline.now()), Timeline.Rank.TIMER, () -> overnight(market, fee));
    }

    static Instant next(OvernightFee fee, Instant now) {
        OffsetDateTime today = now.atOffset(ZoneOffset.UTC).with(fee.time());
        Instant time = today.toInstant();
        return time.isAfter(now) ? time : today.plusDays(1).toInstant();
    }
}
