package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Accounts, positions, orders and confirmations as JSON. */
final class AccountViews {
    private final Times times;
    private final MarketViews markets;

    AccountViews(Times times, MarketViews markets) {
        this.times = times;
        this.markets = markets;
    }

    Json balance(Account account) {
        return Json.of("balance", account.equity())
                .with("deposit", account.cash())
                .with("profitLoss", account.profit())
                .with("available", account.available());
    }

    Json listed(Account account, boolean preferred) {
        return Json.of("accountId", account.id())
                .with("accountName", account.spec().name())
                .with("preferred", preferred)
                .with("accountType", "CFD")
                .with("currency", account.spec().currency())
                .with("symbol", symbol(account))
                .with("balance", balance(account));
    }

    static String symbol(Account account) {
        return switch (account.spec().currency()) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> account.spec().currency();
        };
    }

    Json position(Position position) {
        Protection protection = position.protection();
        boolean trailing = protection.trailing() != null;
        Json json = Json.of("contractSize", 1)
                .with("createdDate", times.local(position.opened()))
                .with("createdDateUTC", times.utc(position.opened()))
                .with("dealId", position.dealId())
                .with("dealReference", "p_" + position.dealId())
                .with("workingOrderId", position.orderId())
                .with("size", position.size())
                .with("leverage", position.margin().leverage())
                .with("upl", position.profit())
                .with("direction", position.direction())
                .with("level", position.level())
                .with("currency", position.market().spec().currency())
                .with("guaranteedStop", protection.guaranteed())
                .with("trailingStop", trailing ? true : null)
                .with("stopDistance", protection.trailing())
                .with("stopLevel", protection.stop())
                .with("profitLevel", protection.profit());
        return Json.of("position", json).with("market", markets.summary(position.market()));
    }

    Json order(Account account, WorkingOrder order) {
        WorkingOrder.Terms terms = order.terms();
        Instant end = terms.goodTill();
        Protection protection = terms.protection();
        Json json = Json.of("dealId", order.dealId())
                .with("direction", order.direction())
                .with("epic", order.market().epic())
                .with("orderSize", order.size())
                .with("leverage", account.margin(order.market().spec()).leverage())
                .with("orderLevel", terms.level())
                .with("timeInForce", end == null ? "GOOD_TILL_CANCELLED" : "GOOD_TILL_DATE")
                .with("goodTillDate", end == null ? null : times.local(end))
                .with("goodTillDateUTC", end == null ? null : times.utc(end))
                .with("createdDate", times.local(order.created()))
                .with("createdDateUTC", times.utc(order.created()))
                .with("guaranteedStop", protection.guaranteed())
                .with("orderType", order.type())
                .with("stopDistance", distance(protection.stop(), terms.level()))
                .with("profitDistance", distance(protection.profit(), terms.level()))
                .with("trailingStop", protection.trailing() != null)
                .with("currencyCode", order.market().spec().currency());
        return Json.of("workingOrderData", json).with("marketData", markets.summary(order.market()));
    }

    private static @Nullable BigDecimal distance(@Nullable BigDecimal level, BigDecimal from) {
        return level == null ? null : level.subtract(from);
    }

    Json confirm(Confirm confirm) {
        Confirm.Deal deal = confirm.deal();
        Confirm.Decision decision = confirm.decision();
        Protection protection = deal.protection();
        boolean earned = confirm.profit() != null;
        return Json.of("date", times.utc(confirm.date()))
                .with("status", decision.status())
                .with("dealStatus", decision.isAccepted() ? "ACCEPTED" : "REJECTED")
                .with("rejectReason", decision.rejectReason())
                .with("epic", deal.market().epic())
                .with("dealReference", confirm.reference())
                .with("dealId", confirm.dealId())
                .with(
                        "affectedDeals",
                        confirm.affected().stream().map(AccountViews::affected).toList())
                .with("level", deal.level())
                .with("size", deal.size())
                .with("direction", deal.direction())
                .with("guaranteedStop", protection.guaranteed())
                .with("trailingStop", protection.trailing() != null)
                .with("stopLevel", protection.stop())
                .with("profitLevel", protection.profit())
                .with("profit", confirm.profit())
                .with("profitCurrency", earned ? deal.market().spec().currency() : null);
    }

    private static Json affected(Confirm.Affected affected) {
        return Json.of("dealId", affected.dealId()).with("status", affected.change());
    }
}
