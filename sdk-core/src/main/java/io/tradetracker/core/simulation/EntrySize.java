package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.PositionSize;
import org.jspecify.annotations.Nullable;

/** How many units an entry trades, and whether its account carries them. Used by one thread. */
final class EntrySize {
    private static final double TOLERANCE = 1e-12;

    private final Account account;
    private final Holdings holdings;
    private final Commission commission;
    private final Sizing sizing;
    private final double multiplier;
    private final double minQuantity;
    private final double maxQuantity;

    EntrySize(Account account, Holdings holdings) {
        this.account = account;
        this.holdings = holdings;
        commission = account.settings.costs().commission();
        sizing = new Sizing(holdings.instrument, commission);
        multiplier = holdings.instrument.multiplier().doubleValue();
        InstrumentRules rules = holdings.instrument.rules();
        minQuantity = rules.minQuantity().doubleValue();
        maxQuantity = rules.maxQuantity().doubleValue();
    }

    PositionSize of(Enter entry) {
        return entry.size() == null ? account.settings.defaultSize() : entry.size();
    }

    /** {@return units on the other side that this entry would close} */
    double closing(Enter entry) {
        boolean apart =
                entry.mode() == EntryMode.NET && account.settings.rules().positionMode() == PositionMode.HEDGING;
        return entry.mode() == EntryMode.ENTER || apart
                ? 0
                : holdings.lots.quantity(-entry.side().sign());
    }

    /** {@return whether an order opens nothing at a price: it is no larger than what it closes} */
    boolean onlyCloses(Enter entry, WorkingOrder order, double price) {
        double closing = closing(entry);
        if (closing == 0 || entry.mode() != EntryMode.NET) {
            return false;
        }
        double units = Double.isNaN(order.units) ? units(entry, order, price) : order.units;
        return units <= closing;
    }

    /** {@return the units that the size comes to at a price} */
    double units(Enter entry, WorkingOrder order, double price) {
        PositionSize size = of(entry);
        if (size instanceof PositionSize.Units units) {
            return sizing.onStep(units.quantity());
        }
        double closing = closing(entry);
        double rate = holdings.rate();
        double closingFee = closing == 0 ? 0 : commission.of(Math.abs(price) * closing * multiplier, closing);
        double worth = holdings.equityAt(price) / rate - closingFee;
        double others =
                (account.equity() - account.cash()) / rate - holdings.lots.cost() - holdings.profitAtLastClose();
        double stop = entry.protection().stopLoss();
        double decisionRisk = order.isMarket() ? Math.abs(order.decisionPrice - stop) : 0;
        double risk = Math.max(Math.abs(price - stop), decisionRisk);
        double kept = holdings.lots.quantity(entry.side().sign()) * Math.abs(price) * multiplier;
        return sizing.quantity(size, new Sizing.Basis(price, risk, worth, worth - others - kept, rate));
    }

    /** {@return why so many units cannot be traded, of which some open and some close; null when they can} */
    @Nullable
    Refusal whyNot(double units, double toOpen, double toClose, double price) {
        if (!(units > 0) || units < minQuantity) {
            return Refusal.tooSmall(holdings.instrument, units);
        }
        if (units > maxQuantity) {
            return Refusal.tooLarge(holdings.instrument.rules());
        }
        if (!account.settings.rules().margin().isAskedFor() || toOpen == 0) {
            return null;
        }
        double needed = holdings.marginOf(toOpen, price);
        double free =
                holdings.equityAt(price) - account.marginUsed() + holdings.marginOf(toClose, holdings.marketPrice());
        return needed <= free * (1 + TOLERANCE) ? null : Refusal.noMargin(needed, free);
    }
}
