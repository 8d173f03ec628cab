package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes requests about working orders: checks them, has them carried out and confirmed. */
final class OrderDesk {
    private final Timeline timeline;
    private final Journal journal;
    private final Clerk clerk;
    private final Checks checks;
    private final Ids ids;
    private final Triggers triggers;

    OrderDesk(Timeline timeline, Journal journal, Clerk clerk, Checks checks, Ids ids, Triggers triggers) {
        this.timeline = timeline;
        this.journal = journal;
        this.clerk = clerk;
        this.checks = checks;
        this.ids = ids;
        this.triggers = triggers;
    }

    /** {@return the reference of the request} */
    String place(Account account, Market market, Body body) {
        Direction direction = body.choice("direction", Direction.class);
        WorkingOrder.Type type = body.choice("type", WorkingOrder.Type.class);
        BigDecimal size = checks.size(market, body);
        Instant now = timeline.now();
        WorkingOrder.Terms none = new WorkingOrder.Terms(BigDecimal.ZERO, null, Protection.none());
        WorkingOrder bare = new WorkingOrder(ids.deal(), market, direction, type, size, now, none);
        WorkingOrder order = bare.with(checks.orderTerms(account, bare, body, now));
        Clerk.Subject subject = new Clerk.Subject(ids.orderReference(), order.dealId());
        String reason = refusal(market);
        if (reason != null) {
            clerk.reject(account, subject, deal(order), Activity.Type.WORKING_ORDER, reason);
            return subject.reference();
        }
        changed(account, subject, order, Effect.Change.PLACED);
        await(account, order);
        return subject.reference();
    }

    private @Nullable String refusal(Market market) {
        String forced = clerk.forcedRejection();
        return forced == null && !market.isOpen(timeline.now()) ? "MARKET_CLOSED" : forced;
    }

    /** Replaces level, expiry, stop and profit: what the body leaves out is gone, but the level. */
    String amend(Account account, String dealId, Body body) {
        WorkingOrder order = order(account, dealId);
        WorkingOrder amended = order.with(checks.orderTerms(account, order, body, timeline.now()));
        Clerk.Subject subject = new Clerk.Subject("o_" + dealId, dealId);
        if (isRejected(account, subject, amended)) {
            return subject.reference();
        }
        changed(account, subject, amended, Effect.Change.AMENDED);
        await(account, amended);
        return subject.reference();
    }

    String cancel(Account account, String dealId) {
        WorkingOrder order = order(account, dealId);
        Clerk.Subject subject = new Clerk.Subject("o_" + dealId, dealId);
        if (isRejected(account, subject, order)) {
            return subject.reference();
        }
        changed(account, subject, order, Effect.Change.CANCELLED);
        account.orders().remove(dealId);
        return subject.reference();
    }

    private void await(Account account, WorkingOrder order) {
        account.orders().put(order.dealId(), order);
        Instant end = order.terms().goodTill();
        if (end != null) {
            timeline.at(end, Timeline.Rank.TIMER, () -> triggers.expire(account, order.dealId(), end));
        }
        triggers.orders(account, order.market());
    }

    private boolean isRejected(Account account, Clerk.Subject subject, WorkingOrder order) {
        String reason = clerk.forcedRejection();
        if (reason != null) {
            clerk.reject(account, subject, deal(order), Activity.Type.WORKING_ORDER, reason);
        }
        return reason != null;
    }

    private void changed(Account account, Clerk.Subject subject, WorkingOrder order, Effect.Change change) {
        journal.changing(account);
        journal.effect(
                new Effect(change, order.dealId(), order.size(), order.terms().level()));
        Wording words = Wording.of(change);
        Activity.Kind kind = new Activity.Kind(Source.USER, Activity.Type.WORKING_ORDER, words.row);
        clerk.log(account, subject, kind, deal(order));
        clerk.accept(account, subject, words.status, words.change, deal(order));
    }

    private record Wording(Activity.Status row, Confirm.Status status, Confirm.Change change) {
        static Wording of(Effect.Change change) {
            return switch (change) {
                case PLACED -> new Wording(Activity.Status.ACCEPTED, Confirm.Status.OPEN, Confirm.Change.OPENED);
                case AMENDED -> new Wording(Activity.Status.MODIFIED, Confirm.Status.AMENDED, Confirm.Change.AMENDED);
                case CANCELLED ->
                    new Wording(Activity.Status.CANCELLED, Confirm.Status.DELETED, Confirm.Change.DELETED);
                default -> throw new IllegalArgumentException("no order is " + change);
            };
        }
    }

    static Confirm.Deal deal(WorkingOrder order) {
        WorkingOrder.Terms terms = order.terms();
        return new Confirm.Deal(order.market(), order.direction(), order.size(), terms.level(), terms.protection());
    }

    static WorkingOrder order(Account account, String dealId) {
        WorkingOrder order = account.orders().get(dealId);
        if (order == null) {
            throw Refusal.notFound("error.not-found.dealId");
        }
        return order;
    }
}
