package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request must keep before anything is done. */
final class Checks {
    private final boolean trailingStops;

    Checks(boolean trailingStops) {
        this.trailingStops = trailingStops;
    }

    BigDecimal size(Market market, Body body) {
        BigDecimal size = body.decimal("size");
        DealingRules rules = market.spec().rules();
        if (size.compareTo(rules.minSize()) < 0) {
            throw Refusal.badRequest(
                    "error.invalid.size.minvalue: " + rules.minSize().toPlainString());
        }
        if (size.compareTo(rules.maxSize()) > 0) {
            throw Refusal.badRequest(
                    "error.invalid.size.maxvalue: " + rules.maxSize().toPlainString());
        }
        if (size.remainder(rules.sizeStep()).signum() != 0) {
            throw Refusal.badRequest("error.invalid.size");
        }
        return size;
    }

    Protection protection(Account account, Confirm.Deal deal, BigDecimal near, Body body) {
        boolean guaranteed = deal.market().spec().guaranteedStops() && !account.hedging();
        return new Bracket(body).resolve(deal, near, new Bracket.Offers(guaranteed, trailingStops));
    }

    /** {@return what an order shall wait for} */
    WorkingOrder.Terms orderTerms(Account account, WorkingOrder order, Body body, Instant now) {
        Market market = order.market();
        boolean keeps = !body.has("level") && order.terms().level().signum() > 0;
        BigDecimal level = keeps ? order.terms().level() : market.spec().round(body.decimal("level"));
        if (level.signum() <= 0) {
            throw Refusal.badRequest("error.invalid.level");
        }
        Instant goodTill = body.has("goodTillDate") ? Times.parse(body.text("goodTillDate"), "goodTillDate") : null;
        if (goodTill != null && !goodTill.isAfter(now)) {
            throw Refusal.badRequest("error.not-in-future.goodTillDate");
        }
        if (order.type() == WorkingOrder.Type.STOP) {
            stopEntry(market, order.direction(), level);
        }
        Confirm.Deal deal = new Confirm.Deal(market, order.direction(), order.size(), level, Protection.none());
        return new WorkingOrder.Terms(level, goodTill, protection(account, deal, level, body));
    }

    private static void stopEntry(Market market, Direction direction, BigDecimal level) {
        Quote quote = market.quote();
        if (quote == null) {
            return;
        }
        BigDecimal price = quote.opening(direction);
        BigDecimal beyond = level.subtract(price).multiply(BigDecimal.valueOf(direction.sign()));
        if (beyond.compareTo(market.spec().rules().stops().min().from(price)) < 0) {
            throw Refusal.badRequest("error.validation.stop.price");
        }
    }

    /** {@return why a deal cannot be done, or null} */
    static @Nullable String dealing(Account account, Book book, Confirm.Deal deal, Instant now) {
        if (!deal.market().isOpen(now)) {
            return "MARKET_CLOSED";
        }
        if (book.opening(account, deal.market(), deal.direction(), deal.size()).signum() == 0) {
            return null;
        }
        if (account.equity().signum() <= 0) {
            return "INSUFFICIENT_FUNDS";
        }
        return book.hasMargin(account, deal.market(), deal.direction(), deal.size()) ? null : "RISK_CHECK";
    }
}
