package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.Protection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Puts prices and quantities of one instrument on its steps, in {@code double}. */
final class PriceSteps {
    // two digits fewer than a double has, so that 100 + 0.1 / 2 is 100.05
    private static final MathContext SIGNIFICANT = new MathContext(15);

    private static final int FIFTEEN = 15;
    private static final double LOGARITHM_OF_2 = Math.log10(2);
    private static final int SMALLEST_POWER = -3;
    private static final double[] POWERS_OF_TEN = {
        1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
    };

    private static final int FINEST_SCALE = 15;
    private static final double EXACT_LIMIT = 1L << 52;

    private final Instrument instrument;
    private final BigDecimal step;
    /** How many quantity steps a unit has; NaN when that is no power of ten. */
    private final double stepsPerUnit;

    PriceSteps(Instrument instrument) {
        this.instrument = instrument;
        step = instrument.rules().priceStep();
        BigDecimal quantityStep = instrument.rules().quantityStep();
        boolean isPowerOfTen = quantityStep.unscaledValue().equals(BigInteger.ONE)
                && quantityStep.scale() >= 0
                && quantityStep.scale() <= FINEST_SCALE;
        stepsPerUnit = isPowerOfTen ? Math.pow(10, quantityStep.scale()) : Double.NaN;
    }

    double tick() {
        return step.doubleValue();
    }

    /** A price of the market is taken as it is; one that costs were added to goes to the nearest that can be traded. */
    double fill(double price) {
        return instrument.rules().takesAnyPrice()
                ? withoutNoise(price)
                : instrument.rules().nearestPrice(price);
    }

    /** A stop is put where it is not further away than the strategy said. */
    double trailing(double level, int direction) {
        return instrument.rules().takesAnyPrice() ? level : rounded(level, direction > 0);
    }

    /** Limits and targets never get worse for the strategy, stops never further from the market. */
    OrderTerms terms(OrderTerms terms, OrderSide side) {
        if (instrument.rules().takesAnyPrice() || terms.type().equals(OrderType.MARKET)) {
            return terms;
        }
        boolean buy = side == OrderSide.BUY;
        return terms.withPrices(terms.type(), rounded(terms.limitPrice(), !buy), rounded(terms.stopPrice(), !buy));
    }

    Protection protection(Protection protection, OrderSide side) {
        if (instrument.rules().takesAnyPrice()) {
            return protection;
        }
        boolean buy = side == OrderSide.BUY;
        return protection
                .withStopLoss(rounded(protection.stopLoss(), buy))
                .withTakeProfit(rounded(protection.takeProfit(), buy));
    }

    Enter entry(Enter entry) {
        boolean isPlain =
                entry.terms().equals(OrderTerms.MARKET) && entry.protection().equals(Protection.NONE);
        return isPlain || instrument.rules().takesAnyPrice()
                ? entry
                : entry.withTerms(terms(entry.terms(), entry.side()))
                        .withProtection(protection(entry.protection(), entry.side()));
    }

    /** A price that the market reaches goes to the first one at or beyond it that can be traded. */
    double reached(double price, OrderSide side) {
        return instrument.rules().takesAnyPrice() ? price : rounded(price, side == OrderSide.BUY);
    }

    private double rounded(double price, boolean up) {
        if (!Double.isFinite(price)) {
            return price;
        }
        return BigDecimal.valueOf(withoutNoise(price))
                .divide(step, 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(step)
                .doubleValue();
    }

    /** {@return a sum or difference of quantities without what binary fractions added} */
    double quantity(double quantity) {
        double steps = Math.rint(quantity * stepsPerUnit);
        return Math.abs(steps) < EXACT_LIMIT ? steps / stepsPerUnit : slowQuantity(quantity);
    }

    private double slowQuantity(double quantity) {
        BigDecimal quantityStep = instrument.rules().quantityStep();
        return BigDecimal.valueOf(quantity)
                .divide(quantityStep, 0, RoundingMode.HALF_EVEN)
                .multiply(quantityStep)
                .doubleValue();
    }

    /** {@return the largest quantity on a step that is not above this one} */
    double quantityBelow(double quantity) {
        double steps = Math.rint(quantity * stepsPerUnit);
        return steps / stepsPerUnit == quantity && steps < EXACT_LIMIT
                ? quantity
                : instrument.rules().roundQuantity(quantity).doubleValue();
    }

    /** {@return the number with fifteen significant digits} */
    static double withoutNoise(double number) {
        double size = Math.abs(number);
        if (size >= 1e-3 && size < 1e14) {
            double scale = powerOfTen(FIFTEEN - digitsBeforePoint(size));
            return Math.rint(number * scale) / scale;
        }
        return number == 0 || !Double.isFinite(number)
                ? number
                : BigDecimal.valueOf(number).round(SIGNIFICANT).doubleValue();
    }

    /** {@return the smallest d for which the number is below the d-th power of ten} */
    private static int digitsBeforePoint(double size) {
        int guess = (int) Math.floor((Math.getExponent(size) + 1) * LOGARITHM_OF_2);
        return size < powerOfTen(guess) ? guess : guess + 1;
    }

    private static double powerOfTen(int power) {
        return POWERS_OF_TEN[power - SMALLEST_POWER];
    }
}
