package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountTracker;
import io.tradetracker.core.risk.AccountFacts;
import io.tradetracker.core.risk.AccountWatch;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.ProposedOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Asks whether an order may be placed: the rules of netting, then the order rules. Used under the gateway's lock. */
final class EntryCheck {
    private final OrderRules rules;
    private final UnitValues unitValues;
    private final boolean hedging;

    EntryCheck(OrderRules rules, UnitValues unitValues, boolean hedging) {
        this.rules = rules;
        this.unitValues = unitValues;
        this.hedging = hedging;
    }

    boolean isHedging() {
        return hedging;
    }

    /** {@return why netting forbids an order; empty when it does not} */
    Optional<Refusal> netting(GatewayBook book, OrderOwner owner, OrderRequest request) {
        if (hedging) {
            return Optional.empty();
        }
        InstrumentId instrument = request.instrument();
        Optional<OrderOwner> assigned = book.assigned(instrument);
        boolean taken = assigned.isPresent() && !assigned.get().equals(owner);
        if (taken
                && (owner.kind() == OrderOwner.Kind.BOT
                        || opens(book.tracker(), request).signum() > 0)) {
            return Optional.of(new Refusal(
                    "INSTRUMENT_TAKEN",
                    instrument + " is traded by " + assigned.get() + " on this account, which nets positions: use"
                            + " another account or instrument, or stop that bot."));
        }
        boolean foreign = owner.kind() == OrderOwner.Kind.BOT
                && book.tracker().positions().stream()
                        .anyMatch(held -> held.instrument().equals(instrument) && !isOf(owner, held, book));
        return foreign
                ? Optional.of(new Refusal(
                        "FOREIGN_POSITION",
                        "There is a position in " + instrument + " that is not of " + owner + ", and this account nets"
                                + " positions: close that position first."))
                : Optional.empty();
    }

    /** A position that nobody is known to own is that of a bot whose order is open there, for all that is known. */
    private static boolean isOf(OrderOwner owner, Position held, GatewayBook book) {
        return book.ownerOf(new AccountEvent.PositionOpened(held))
                .map(owner::equals)
                .orElseGet(() -> book.unsettled().stream()
                        .anyMatch(open -> open.intent().owner().equals(owner)
                                && open.intent().instrument().equals(held.instrument())));
    }

    /** {@return units that open or enlarge a position} */
    BigDecimal opens(AccountTracker account, OrderRequest request) {
        if (request.reduceOnly()) {
            return BigDecimal.ZERO;
        }
        BigDecimal opposite = hedging
                ? BigDecimal.ZERO
                : held(account, request.instrument(), request.side().opposite());
        return request.quantity().subtract(opposite).max(BigDecimal.ZERO);
    }

    private static BigDecimal held(AccountTracker account, InstrumentId instrument, OrderSide side) {
        return account.positions().stream()
                .filter(held ->
                        held.instrument().equals(instrument) && held.side().entrySide() == side)
                .map(Position::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return what the order rules say; orders that wait or are being asked for count as if they were filled} */
    CheckResult rules(GatewayBook book, OrderRequest request, Instant now) {
        BigDecimal opens = opens(book.tracker(), request);
        Optional<AccountWatch> watch = book.watch();
        if (opens.signum() == 0 || watch.isEmpty()) {
            return CheckResult.NOTHING;
        }
        double value = unitValues.valueOf(request.instrument());
        ProposedOrder order = new ProposedOrder(
                request.instrument(),
                request.side(),
                request.quantity().doubleValue(),
                Double.isFinite(value) ? value : 0,
                opens.doubleValue());
        return rules.check(order, facts(book, watch.get(), request, now, value));
    }

    private AccountFacts facts(GatewayBook book, AccountWatch watch, OrderRequest request, Instant now, double value) {
        AccountTracker account = book.tracker();
        double equity = account.snapshot()
                .map(AccountSnapshot::equity)
                .map(money -> money.amount().doubleValue())
                .orElse(Double.NaN);
        double held = held(account, request.instrument(), request.side()).doubleValue();
        double exposure = Double.isFinite(value) ? 0 : Double.NaN;
        for (Position position : account.positions()) {
            exposure += value(position.instrument(), position.quantity());
        }
        for (Order waiting : account.orders()) {
            exposure += value(waiting.instrument(), waiting.quantity());
            held += isLike(request, waiting.instrument(), waiting.side())
                    ? waiting.quantity().doubleValue()
                    : 0;
        }
        for (IntentReport open : book.unsettled()) {
            if (open.intent().action() instanceof OrderAction.Submit(OrderRequest asked) && !asked.reduceOnly()) {
                exposure += value(asked.instrument(), asked.quantity());
                held += isLike(request, asked.instrument(), asked.side())
                        ? asked.quantity().doubleValue()
                        : 0;
            }
        }
        AccountFacts facts = watch.facts(now.toEpochMilli(), equity, held, exposure);
        return new AccountFacts(
                facts.equity(),
                facts.losses(),
                facts.held(),
                facts.exposure(),
                facts.ordersLastHour(),
                book.killSwitch());
    }

    private double value(InstrumentId instrument, BigDecimal units) {
        return units.doubleValue() * Math.abs(unitValues.valueOf(instrument));
    }

    private static boolean isLike(OrderRequest request, InstrumentId instrument, OrderSide side) {
        return request.instrument().equals(instrument) && request.side() == side;
    }

    /** Why something is not asked for. */
    record Refusal(String code, String reason) {}
}
