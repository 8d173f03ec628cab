package io.tradetracker.api.strategy;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import org.jspecify.annotations.Nullable;

/**
 * One thing a strategy wants done. Made by the factories of {@link Decision}; read by hosts, which need a branch for
 * kinds that a later version adds. A number of NaN means none. Immutable.
 */
public sealed interface Intent {
    /** {@return what it is about; null for the strategy's own instrument} */
    @Nullable
    InstrumentId instrument();

    /**
     * Open a position, or trade as a venue would.
     *
     * @param instrument what to trade; null for the strategy's own
     * @param side which way
     * @param mode what happens to a position that is open already
     * @param size how many units; null for the size the run is configured with
     * @param terms how the order finds its price
     * @param protection of what it opens
     * @param tag the strategy's name for the order and what it opens; empty to let the host make one
     * @param group orders of one decision with the same group: the first that fills cancels the others; empty for none
     */
    record Enter(
            @Nullable InstrumentId instrument,
            OrderSide side,
            EntryMode mode,
            @Nullable PositionSize size,
            OrderTerms terms,
            Protection protection,
            String tag,
            String group)
            implements Intent {
        /** {@return an entry at market with the run's size and nothing else} */
        public static Enter of(OrderSide side, EntryMode mode) {
            return new Enter(null, side, mode, null, OrderTerms.MARKET, Protection.NONE, "", "");
        }

        /** {@return a copy of another size} */
        public Enter withSize(PositionSize newSize) {
            return new Enter(instrument, side, mode, newSize, terms, protection, tag, group);
        }

        /** {@return a copy with other terms} */
        public Enter withTerms(OrderTerms newTerms) {
            return new Enter(instrument, side, mode, size, newTerms, protection, tag, group);
        }

        /** {@return a copy with other protection} */
        public Enter withProtection(Protection newProtection) {
            return new Enter(instrument, side, mode, size, terms, newProtection, tag, group);
        }

        /** {@return a copy of another mode} */
        public Enter withMode(EntryMode newMode) {
            return new Enter(instrument, side, newMode, size, terms, protection, tag, group);
        }

        /** {@return a copy for another instrument} */
        public Enter withInstrument(InstrumentId newInstrument) {
            return new Enter(newInstrument, side, mode, size, terms, protection, tag, group);
        }

        /** {@return a copy with another name} */
        public Enter withTag(String newTag) {
            return new Enter(instrument, side, mode, size, terms, protection, newTag, group);
        }

        /** {@return a copy in another group} */
        public Enter withGroup(String newGroup) {
            return new Enter(instrument, side, mode, size, terms, protection, tag, newGroup);
        }
    }

    /**
     * Close a position or a part of it. The order goes when nothing is left to close.
     *
     * @param instrument of what; null for the strategy's own
     * @param part the tag of the entry whose part is closed; empty for all, oldest first
     * @param quantity units; NaN for as much as {@code percent} says
     * @param percent share of what is held when the order fills, in percent
     * @param terms how the order finds its price
     * @param tag the strategy's name for the order; empty to let the host make one
     * @param group as in {@link Enter}
     */
    record Exit(
            @Nullable InstrumentId instrument,
            String part,
            double quantity,
            double percent,
            OrderTerms terms,
            String tag,
            String group)
            implements Intent {
        /** {@return an exit from all at market} */
        public static Exit all() {
            return new Exit(null, "", Double.NaN, 100, OrderTerms.MARKET, "", "");
        }

        /** {@return a copy that closes another part} */
        public Exit withPart(String newPart, double newQuantity, double newPercent) {
            return new Exit(instrument, newPart, newQuantity, newPercent, terms, tag, group);
        }

        /** {@return a copy with other terms} */
        public Exit withTerms(OrderTerms newTerms) {
            return new Exit(instrument, part, quantity, percent, newTerms, tag, group);
        }

        /** {@return a copy for another instrument} */
        public Exit withInstrument(InstrumentId newInstrument) {
            return new Exit(newInstrument, part, quantity, percent, terms, tag, group);
        }

        /** {@return a copy with another name} */
        public Exit withTag(String newTag) {
            return new Exit(instrument, part, quantity, percent, terms, newTag, group);
        }

        /** {@return a copy in another group} */
        public Exit withGroup(String newGroup) {
            return new Exit(instrument, part, quantity, percent, terms, tag, newGroup);
        }
    }

    /**
     * Change the protection of what is open.
     *
     * @param instrument of what; null for the strategy's own
     * @param part the tag of the entry whose part is meant; empty for all
     * @param protection what is set; NaN and {@link Trailing#NONE} leave a part as it is
     * @param clear whether all protection is taken away first
     */
    record Amend(@Nullable InstrumentId instrument, String part, Protection protection, boolean clear)
            implements Intent {
        /** {@return a copy with other protection} */
        public Amend withProtection(Protection newProtection) {
            return new Amend(instrument, part, newProtection, clear);
        }

        /** {@return a copy for another instrument} */
        public Amend withInstrument(InstrumentId newInstrument) {
            return new Amend(newInstrument, part, protection, clear);
        }
    }

    /**
     * Take waiting orders back.
     *
     * @param instrument of what; null for the strategy's own
     * @param tag their name; empty for all
     */
    record Cancel(@Nullable InstrumentId instrument, String tag) implements Intent {}
}
