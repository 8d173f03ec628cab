package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Stop and profit as a request asks for them. */
final class Bracket {
    private final Body body;

    Bracket(Body body) {
        this.body = body;
    }

    /**
     * Makes levels of what was asked for.
     *
     * @param deal what is protected
     * @param near the price that distances count from
     * @param offers what the account may use
     * @return the levels
     * @throws Refusal when they are too near, too far or not offered
     */
    Protection resolve(Confirm.Deal deal, BigDecimal near, Offers offers) {
        boolean guaranteed = body.flag("guaranteedStop");
        boolean trailing = body.flag("trailingStop");
        BigDecimal stop = level("stop", deal, near, -deal.direction().sign());
        BigDecimal profit = level("profit", deal, near, deal.direction().sign());
        checkKind(guaranteed, trailing, stop, offers);
        DealingRules.StopDistances rules = deal.market().spec().rules().stops();
        int side = deal.direction().sign();
        if (stop != null) {
            check(
                    "stoploss",
                    stop,
                    new Zone(deal.market(), near, -side, guaranteed ? rules.minGuaranteed() : rules.min()));
        }
        if (profit != null) {
            check("takeprofit", profit, new Zone(deal.market(), near, side, rules.min()));
        }
        return new Protection(stop, profit, guaranteed, trailing ? body.decimal("stopDistance") : null);
    }

    private void checkKind(boolean guaranteed, boolean trailing, @Nullable BigDecimal stop, Offers offers) {
        if (guaranteed && (!offers.guaranteed || trailing || stop == null)) {
            throw Refusal.badRequest("error.validation.guaranteed-stop");
        }
        if (trailing && (!offers.trailing || !body.has("stopDistance"))) {
            throw Refusal.badRequest("error.validation.trailing-stop");
        }
    }

    private @Nullable BigDecimal level(String name, Confirm.Deal deal, BigDecimal near, int side) {
        BigDecimal level = body.decimalOrNull(name + "Level");
        BigDecimal distance = body.decimalOrNull(name + "Distance");
        BigDecimal amount = body.decimalOrNull(name + "Amount");
        if (level == null && distance == null && amount != null) {
            distance = amount.divide(deal.size(), 10, RoundingMode.HALF_UP);
        }
        if (level == null && distance != null) {
            level = near.add(distance.multiply(BigDecimal.valueOf(side)));
        }
        return level == null ? null : deal.market().spec().round(level);
    }

    /** The bounds are price levels and move with the price. */
    private static void check(String name, BigDecimal level, Zone zone) {
        if (level.compareTo(zone.low()) < 0) {
            throw Refusal.badRequest(
                    "error.invalid." + name + ".minvalue: " + zone.low().toPlainString());
        }
        if (level.compareTo(zone.high()) > 0) {
            throw Refusal.badRequest(
                    "error.invalid." + name + ".maxvalue: " + zone.high().toPlainString());
        }
    }

    /**
     * What an account may use in a market.
     *
     * @param guaranteed guaranteed stops
     * @param trailing trailing stops
     */
    record Offers(boolean guaranteed, boolean trailing) {}

    private record Zone(Market market, BigDecimal near, int side, Distance min) {
        BigDecimal low() {
            return side > 0 ? at(min, 1, RoundingMode.CEILING) : at(max(), -1, RoundingMode.CEILING);
        }

        BigDecimal high() {
            return side > 0 ? at(max(), 1, RoundingMode.FLOOR) : at(min, -1, RoundingMode.FLOOR);
        }

        private Distance max() {
            return market.spec().rules().stops().max();
        }

        private BigDecimal at(Distance distance, int sign, RoundingMode rounding) {
            BigDecimal level = near.add(distance.from(near).multiply(BigDecimal.valueOf(sign)));
            return level.setScale(market.spec().decimals(), rounding);
        }
    }
}
