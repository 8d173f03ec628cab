package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes requests about positions: checks them, has them carried out and confirmed. */
final class PositionDesk {
    private final Timeline timeline;
    private final Journal journal;
    private final Book book;
    private final Clerk clerk;
    private final Checks checks;
    private final Ids ids;

    PositionDesk(Timeline timeline, Journal journal, Book book, Clerk clerk, Checks checks, Ids ids) {
        this.timeline = timeline;
        this.journal = journal;
        this.book = book;
        this.clerk = clerk;
        this.checks = checks;
        this.ids = ids;
    }

    /** {@return the reference of the request} */
    String open(Account account, Market market, Body body) {
        Direction direction = body.choice("direction", Direction.class);
        BigDecimal size = checks.size(market, body);
        Confirm.Deal bare = new Confirm.Deal(market, direction, size, null, Protection.none());
        Confirm.Deal deal = market.quote() == null ? bare : priced(account, bare, body);
        Clerk.Subject subject = new Clerk.Subject(ids.orderReference(), ids.deal());
        String reason = clerk.forcedRejection();
        if (reason == null) {
            reason = Checks.dealing(account, book, deal, timeline.now());
        }
        if (reason == null) {
            fill(account, subject, deal);
        } else {
            clerk.reject(account, subject, deal, Activity.Type.POSITION, reason);
        }
        return subject.reference();
    }

    private Confirm.Deal priced(Account account, Confirm.Deal bare, Body body) {
        Market market = bare.market();
        Protection protection = checks.protection(account, bare, market.closing(bare.direction()), body);
        BigDecimal level = market.opening(bare.direction());
        return new Confirm.Deal(market, bare.direction(), bare.size(), level, protection);
    }

    private void fill(Account account, Clerk.Subject subject, Confirm.Deal deal) {
        for (Source source : List.of(Source.USER, Source.SYSTEM)) {
            Activity.Status accepted = Activity.Status.ACCEPTED;
            clerk.log(account, subject, new Activity.Kind(source, Activity.Type.WORKING_ORDER, accepted), deal);
        }
        Book.Order order = new Book.Order(subject.dealId(), deal.market(), deal.direction(), deal.size(), Source.USER);
        Book.Outcome outcome = book.fill(account, order, deal.protection());
        clerk.keep(account, subject, new Confirm.Decision(status(outcome), null), deal, outcome);
    }

    private static Confirm.Status status(Book.Outcome outcome) {
        if (outcome.opened().signum() > 0) {
            return Confirm.Status.OPEN;
        }
        boolean part =
                outcome.affected().stream().anyMatch(affected -> affected.change() == Confirm.Change.PARTIALLY_CLOSED);
        return part ? Confirm.Status.PARTIALLY_CLOSED : Confirm.Status.CLOSED;
    }

    /** Replaces stop and profit: what the body leaves out is gone. {@return the reference of the request} */
    String protect(Account account, String dealId, Body body) {
        Position position = position(account, dealId);
        Confirm.Deal held = new Confirm.Deal(
                position.market(), position.direction(), position.size(), position.level(), Protection.none());
        Protection protection =
                checks.protection(account, held, position.market().closing(position.direction()), body);
        Confirm.Deal deal = new Confirm.Deal(held.market(), held.direction(), held.size(), held.level(), protection);
        Clerk.Subject subject = new Clerk.Subject("p_" + dealId, dealId);
        Activity.Type type = Activity.Type.EDIT_STOP_AND_LIMIT;
        String reason = clerk.forcedRejection();
        if (reason != null) {
            clerk.reject(account, subject, deal, type, reason);
            return subject.reference();
        }
        journal.changing(account);
        account.positions().put(dealId, position.with(protection));
        journal.effect(new Effect(Effect.Change.PROTECTED, dealId, position.size(), position.level()));
        clerk.log(account, subject, new Activity.Kind(Source.USER, type, Activity.Status.ACCEPTED), deal);
        clerk.accept(account, subject, Confirm.Status.AMENDED, Confirm.Change.AMENDED, deal);
        return subject.reference();
    }

    /** Closes the whole position. {@return the reference of the request} */
    String close(Account account, String dealId) {
        Position position = position(account, dealId);
        Market market = position.market();
        Direction direction = position.direction().opposite();
        BigDecimal level = market.opening(direction);
        Confirm.Deal deal = new Confirm.Deal(market, direction, position.size(), level, Protection.none());
        Clerk.Subject subject = new Clerk.Subject("p_" + dealId, dealId);
        String reason = closeRefusal(market);
        if (reason != null) {
            clerk.reject(account, subject, deal, Activity.Type.POSITION, reason);
            return subject.reference();
        }
        Book.Closing closing = new Book.Closing(position.orderId(), Source.USER, level);
        BigDecimal profit = book.reduce(account, position, position.size(), closing);
        if (!position.protection().isEmpty()) {
            lateEdit(account, subject, deal);
        }
        List<Confirm.Affected> affected = List.of(new Confirm.Affected(dealId, Confirm.Change.FULLY_CLOSED));
        Book.Outcome outcome = new Book.Outcome(affected, profit, BigDecimal.ZERO);
        clerk.keep(account, subject, new Confirm.Decision(Confirm.Status.CLOSED, null), deal, outcome);
        return subject.reference();
    }

    private @Nullable String closeRefusal(Market market) {
        String forced = clerk.forcedRejection();
        return forced == null && !market.isOpen(timeline.now()) ? "MARKET_CLOSED" : forced;
    }

    /** The service tells of the gone position's stop, too. */
    private void lateEdit(Account account, Clerk.Subject subject, Confirm.Deal deal) {
        Confirm.Deal nothing =
                new Confirm.Deal(deal.market(), deal.direction(), BigDecimal.ZERO, null, Protection.none());
        Activity.Type type = Activity.Type.EDIT_STOP_AND_LIMIT;
        clerk.log(account, subject, new Activity.Kind(Source.SYSTEM, type, Activity.Status.REJECTED), nothing);
    }

    static Position position(Account account, String dealId) {
        Position position = account.positions().get(dealId);
        if (position == null) {
            throw Refusal.notFound("error.not-found.dealId");
        }
        return position;
    }
}
