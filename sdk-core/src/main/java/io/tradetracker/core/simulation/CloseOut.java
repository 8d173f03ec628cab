package io.tradetracker.core.simulation;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;

/** Closes the position of an account that cannot carry it any more. */
final class CloseOut {
    private CloseOut() {}

    /**
     * Looks at the worst price of the candle for what is open. Equity and margin are straight lines of the price, so
     * the price at which one falls below a share of the other is known; a gap beyond it fills at the open.
     */
    static void check(Book book, Quotes quotes, CandleMatcher matcher, Records records) {
        double net = book.lots.quantity();
        if (net == 0) {
            return;
        }
        OrderSide side = net > 0 ? OrderSide.SELL : OrderSide.BUY;
        double worst = side == OrderSide.SELL ? quotes.low(side) : quotes.high(side);
        if (excess(book, worst) > 0) {
            return;
        }
        double open = quotes.open(side);
        double price = excess(book, open) <= 0 ? open : book.steps.reached(crossing(book, open, worst), side);
        for (Lot lot : book.lots.copy()) {
            book.close(lot, matcher.atMarket(lot.exitSide(), price), FillReason.CLOSE_OUT);
        }
        book.cancelEntries(
                book.holdings.now(),
                new Refusal("CLOSE_OUT", "the account was closed out: equity fell below its margin"));
        records.closeOut();
    }

    /** {@return what equity has above the close-out level when the price is this} */
    private static double excess(Book book, double price) {
        double level = book.rules.margin().closeOutPercent() / 100;
        return book.holdings.equityAt(price) - level * (book.holdings.othersMargin() + book.holdings.marginAt(price));
    }

    private static double crossing(Book book, double from, double to) {
        double above = excess(book, from);
        double below = excess(book, to);
        double price = from + (to - from) * above / (above - below);
        return PriceSteps.withoutNoise(price);
    }
}
