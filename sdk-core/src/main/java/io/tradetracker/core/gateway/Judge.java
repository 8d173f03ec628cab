package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountTracker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a request from what the broker says and shows. It decides only what is proven, and gives to
 * a person what the broker's own record cannot tell: two things that look the same. Has no state and no clock.
 */
final class Judge {
    private static final String NO_EFFECT = "The broker shows no effect of it, and would by now.";

    private final GatewayTerms terms;
    private final Duration longestRequest;
    private final boolean keepsNames;

    /**
     * Takes how long a request is on its way at most, and whether the broker keeps our names of orders: then looks
     * alone prove nothing.
     */
    Judge(GatewayTerms terms, Duration longestRequest, boolean keepsNames) {
        this.terms = terms;
        this.longestRequest = longestRequest;
        this.keepsNames = keepsNames;
    }

    /**
     * {@return what became of an intent}
     *
     * @param intent an open one
     * @param book what is on record, and the account
     * @param unexplained what was seen about its instrument since it was sent, and has no known cause
     * @param sureSince since when several looks have agreed with the account in the book; null when they do not
     * @param confirmation the broker's; empty when it has none
     */
    Verdict judge(
            IntentReport intent,
            GatewayBook book,
            List<AccountEvent> unexplained,
            @Nullable Instant sureSince,
            Optional<Confirmation> confirmation) {
        boolean late = isPast(sureSince, intent);
        if (confirmation.isPresent()) {
            return confirmed(confirmation.get(), intent.intent(), unexplained, book.tracker(), late);
        }
        return switch (intent.intent().action()) {
            case OrderAction.Submit submit -> judgeTrade(intent, book, unexplained, late);
            case OrderAction.Close(BrokerPositionId id, BigDecimal part)
            when part != null && book.tracker().find(id).isPresent() -> judgeTrade(intent, book, unexplained, late);
            case OrderAction.Close(BrokerPositionId id, BigDecimal part) ->
                is(book.tracker().find(id).isEmpty(), "The position is closed.", null, List.of(id), late);
            case OrderAction.Cancel(BrokerOrderId id) ->
                is(book.tracker().find(id).isEmpty(), "The order waits no more.", id, List.of(), late);
            case OrderAction.Protect wanted -> judgeProtect(wanted, book, late);
            case OrderAction.Amend wanted -> judgeAmend(wanted, book, late);
        };
    }

    private boolean isPast(@Nullable Instant sureSince, IntentReport intent) {
        return sureSince != null
                && !sureSince.isBefore(intent.sentAt().plus(terms.settleAfter()).plus(terms.clockSkew()));
    }

    /** What was confirmed counts when it shows on the account, so that nobody decides on an account without it. */
    private static Verdict confirmed(
            Confirmation confirmation,
            OrderIntent intent,
            List<AccountEvent> unexplained,
            AccountTracker account,
            boolean late) {
        if (confirmation.verdict() == Confirmation.Verdict.REFUSED) {
            return new Verdict.Settle(Settlement.notExecuted("The broker refused it: " + confirmation.code() + "."));
        }
        List<BrokerPositionId> positions = intent.action() instanceof OrderAction.Submit(OrderRequest request)
                ? opened(unexplained, request.side(), confirmation.positions())
                : confirmation.positions();
        return late || shows(intent, confirmation, account)
                ? new Verdict.Settle(Settlement.executed("The broker confirmed it.", confirmation.order(), positions)
                        .at(confirmation.price()))
                : Verdict.WAIT;
    }

    private static boolean shows(OrderIntent intent, Confirmation confirmation, AccountTracker account) {
        return switch (intent.action()) {
            case OrderAction.Submit(OrderRequest request) -> shows(request, intent, confirmation, account);
            case OrderAction.Close(BrokerPositionId id, BigDecimal part) ->
                account.find(id).isEmpty() || (part != null && isChanged(intent, account));
            case OrderAction.Cancel(BrokerOrderId id) -> account.find(id).isEmpty();
            case OrderAction.Protect wanted ->
                account.find(wanted.position())
                        .filter(held -> !has(held, wanted))
                        .isEmpty();
            case OrderAction.Amend wanted ->
                account.find(wanted.order())
                        .filter(order -> !has(order, wanted))
                        .isEmpty();
        };
    }

    private static boolean shows(
            OrderRequest request, OrderIntent intent, Confirmation confirmation, AccountTracker account) {
        if (!confirmation.positions().stream().allMatch(account::knows)) {
            return false;
        }
        if (!request.type().equals(OrderType.MARKET)) {
            return confirmation.order() == null || account.knows(confirmation.order());
        }
        boolean opened = confirmation.positions().stream()
                .flatMap(id -> account.find(id).stream())
                .anyMatch(held -> held.side().entrySide() == request.side());
        return opened || confirmation.positions().isEmpty() || isChanged(intent, account);
    }

    private static boolean isChanged(OrderIntent intent, AccountTracker account) {
        return account.held(intent.instrument()).compareTo(intent.heldBefore()) != 0;
    }

    /** An order that closes one position and opens another names both, and only the second is its own. */
    private static List<BrokerPositionId> opened(
            List<AccountEvent> seen, OrderSide side, List<BrokerPositionId> touched) {
        return seen.stream()
                .filter(AccountEvent.PositionOpened.class::isInstance)
                .map(event -> ((AccountEvent.PositionOpened) event).position())
                .filter(position -> position.side().entrySide() == side && touched.contains(position.id()))
                .map(Position::id)
                .toList();
    }

    private static Verdict is(
            boolean done,
            String evidence,
            @Nullable BrokerOrderId order,
            List<BrokerPositionId> positions,
            boolean late) {
        if (done) {
            return new Verdict.Settle(Settlement.executed(evidence, order, positions));
        }
        return late ? new Verdict.Settle(Settlement.notExecuted(NO_EFFECT)) : Verdict.WAIT;
    }

    private static Verdict judgeProtect(OrderAction.Protect wanted, GatewayBook book, boolean late) {
        Optional<Position> held = book.tracker().find(wanted.position());
        if (held.isEmpty()) {
            return new Verdict.Settle(Settlement.notExecuted("The position is closed."));
        }
        return is(has(held.get(), wanted), "The position has that protection.", null, List.of(wanted.position()), late);
    }

    private static boolean has(Position held, OrderAction.Protect wanted) {
        return same(held.stopLoss(), wanted.stopLoss()) && same(held.takeProfit(), wanted.takeProfit());
    }

    private static boolean has(Order order, OrderAction.Amend wanted) {
        return order.prices().equals(wanted.prices()) && Objects.equals(order.expiresAt(), wanted.expiresAt());
    }

    private static boolean same(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        if (price == null || other == null) {
            return price == null && other == null;
        }
        return price.compareTo(other) == 0;
    }

    private static Verdict judgeAmend(OrderAction.Amend wanted, GatewayBook book, boolean late) {
        return book.tracker()
                .find(wanted.order())
                .map(order -> is(has(order, wanted), "The order has those prices.", wanted.order(), List.of(), late))
                .orElseGet(() -> new Verdict.Settle(Settlement.notExecuted("The order waits no more.")));
    }

    private Verdict judgeTrade(IntentReport intent, GatewayBook book, List<AccountEvent> unexplained, boolean late) {
        OrderIntent wanted = intent.intent();
        Optional<WantedTrade> trade = WantedTrade.of(wanted.instrument(), wanted.action(), book.tracker());
        if (trade.isEmpty()) {
            return Verdict.WAIT;
        }
        Optional<AccountEvent> named = unexplained.stream()
                .filter(each -> intent.id().equals(book.causeOf(each)))
                .findFirst();
        Instant from = intent.sentAt().minus(terms.clockSkew());
        Instant to = intent.sentAt().plus(longestRequest).plus(terms.clockSkew());
        List<Match> matches = Match.among(unexplained, trade.get(), new Match.Window(from, to));
        if (named.isPresent()) {
            List<Match> ours =
                    Match.among(List.of(named.get()), trade.get(), new Match.Window(Instant.MIN, Instant.MAX));
            return executed(
                    "The broker shows it under our name.", ours.isEmpty() ? matches : ours, trade.get(), unexplained);
        }
        if (keepsNames && trade.get().request() != null) {
            return late
                    ? new Verdict.Settle(Settlement.notExecuted("The broker shows nothing under our name."))
                    : Verdict.WAIT;
        }
        if (matches.size() == 1 && late) {
            return executed(
                    "The broker shows exactly one like it since it was sent.", matches, trade.get(), unexplained);
        }
        if (matches.size() > 1) {
            return late
                    ? new Verdict.HandOver("The broker shows " + matches.size() + " like it since it was sent, and not"
                            + " which of them it is.")
                    : Verdict.WAIT;
        }
        return late ? judgeParts(trade.get(), unexplained, from) : Verdict.WAIT;
    }

    private static Verdict executed(
            String evidence, List<Match> matches, WantedTrade trade, List<AccountEvent> unexplained) {
        if (matches.isEmpty()) {
            return new Verdict.Settle(Settlement.executed(evidence, null, List.of()));
        }
        Match match = matches.getFirst();
        List<BrokerPositionId> named = match.touched(unexplained);
        List<BrokerPositionId> positions = trade.request() == null ? named : opened(unexplained, trade.side(), named);
        return new Verdict.Settle(
                Settlement.executed(evidence, match.order(), positions).at(match.price()));
    }

    /** Nothing looks like it, but it may have been done in parts that nothing holds together. */
    private static Verdict judgeParts(WantedTrade trade, List<AccountEvent> unexplained, Instant from) {
        boolean atMarket = trade.request() == null || trade.request().type().equals(OrderType.MARKET);
        if (atMarket && inParts(unexplained, from).compareTo(trade.signedQuantity()) == 0) {
            return new Verdict.Settle(Settlement.executed(
                    "The broker's record tells of parts of it that make the whole.", null, opened(unexplained, trade)));
        }
        return new Verdict.Settle(Settlement.notExecuted(NO_EFFECT));
    }

    /** An order that closes a position and opens the opposite one has a row for each part. */
    private static BigDecimal inParts(List<AccountEvent> unexplained, Instant from) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountEvent event : unexplained) {
            if (event instanceof AccountEvent.ActivityAdded(Activity row)
                    && row.kind().equals(ActivityKind.TRADE)
                    && row.order() == null
                    && row.source().equals(ActivitySource.USER)
                    && !row.time().isBefore(from)) {
                sum = sum.add(row.signedQuantity());
            }
        }
        return sum;
    }

    private static List<BrokerPositionId> opened(List<AccountEvent> unexplained, WantedTrade trade) {
        return unexplained.stream()
                .filter(AccountEvent.PositionOpened.class::isInstance)
                .map(event -> ((AccountEvent.PositionOpened) event).position())
                .filter(position -> position.side().entrySide() == trade.side())
                .map(Position::id)
                .toList();
    }
}
