package io.tradetracker.core.bot;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.risk.KillSwitch;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Something that came in to a bot. Its record of inputs is all that is needed to make the bot anew. */
public sealed interface BotInput {
    /** {@return the moment of market time it belongs to} */
    Instant time();

    /** {@return what came in, in one word; also its name in records and metrics} */
    default String kind() {
        return switch (this) {
            case WarmUp warmUp -> "warm-up";
            case CandleOpened opened -> "open";
            case CandleClosed closed -> "candle";
            case CandleMissed missed -> "missed";
            case Answered answered -> "answer";
            case Halted halted -> "halt";
            case Killed killed -> "kill";
            case Resumed resumed -> "resume";
            case Moment moment -> moment.part().word();
            case Connected connected -> "connect";
            case Told told -> "told";
        };
    }

    /**
     * A candle from before the bot first ran: indicators see it, the strategy is not asked.
     *
     * @param candle closed
     */
    record WarmUp(Candle candle) implements BotInput {
        @Override
        public Instant time() {
            return candle.time();
        }
    }

    /**
     * A candle opened.
     *
     * @param time its open time
     * @param open its first price
     */
    record CandleOpened(Instant time, double open) implements BotInput {}

    /**
     * A candle closed.
     *
     * @param candle closed
     */
    record CandleClosed(Candle candle) implements BotInput {
        @Override
        public Instant time() {
            return candle.time();
        }
    }

    /**
     * A candle closed while the bot did not run: its orders at the broker worked, the strategy was not asked.
     *
     * @param candle closed
     */
    record CandleMissed(Candle candle) implements BotInput {
        @Override
        public Instant time() {
            return candle.time();
        }
    }

    /**
     * A slow service answered.
     *
     * @param answer what it said
     */
    record Answered(Answer answer) implements BotInput {
        @Override
        public Instant time() {
            return answer.time();
        }
    }

    /**
     * The owner halted the bot; orders that wait are taken back.
     *
     * @param time market time
     */
    record Halted(Instant time) implements BotInput {}

    /**
     * Somebody pulled the kill switch.
     *
     * @param killSwitch who and why, and what happens to positions
     */
    record Killed(KillSwitch killSwitch) implements BotInput {
        @Override
        public Instant time() {
            return killSwitch.since();
        }
    }

    /**
     * Somebody lets entries go on.
     *
     * @param time market time
     * @param reason who and why
     */
    record Resumed(Instant time, String reason) implements BotInput {
        /** @throws IllegalArgumentException when the reason is blank or too long */
        public Resumed {
            KillSwitch.requireReason(reason);
        }
    }

    /**
     * The candles of several instruments that opened at one moment, of a bot that trades several.
     *
     * @param time their open time
     * @param part what they are to the bot
     * @param candles by instrument; one that is not here had none
     */
    record Moment(Instant time, Part part, Map<InstrumentId, Candle> candles) implements BotInput {
        /**
         * Copies the candles.
         *
         * @throws IllegalArgumentException when a candle opened at another moment
         */
        public Moment {
            candles = Collections.unmodifiableMap(new LinkedHashMap<>(candles));
            for (Candle candle : candles.values()) {
                if (!candle.time().equals(time)) {
                    throw new IllegalArgumentException("candle " + candle.time() + " is not of moment " + time);
                }
            }
        }
    }

    /**
     * The bot was connected to a real account for the first time.
     *
     * @param time market time
     * @param after the last fact on the account's record then: what follows is told
     * @param capabilities what the broker can do
     * @param balances of the account
     */
    record Connected(Instant time, long after, Set<BrokerCapability> capabilities, AccountSnapshot balances)
            implements BotInput {
        /** Copies the capabilities, in the order of their names. */
        public Connected {
            Set<BrokerCapability> sorted = new TreeSet<>(Comparator.comparing(BrokerCapability::name));
            sorted.addAll(capabilities);
            capabilities = Collections.unmodifiableSet(sorted);
        }
    }

    /**
     * What became known of a real account: of what the bot asked for, and of its instruments.
     *
     * @param time market time
     * @param attended whether the strategy runs and hears of it; else it hears of it when it runs again
     * @param upTo the last fact on the account's record that was looked at
     * @param facts those that concern the bot, in their order
     * @param withheld what was not asked for after all: it came too late, or what it was about was gone
     */
    record Told(Instant time, boolean attended, long upTo, List<GatewayFact> facts, List<ClientOrderId> withheld)
            implements BotInput {
        /** Copies the lists. */
        public Told {
            facts = List.copyOf(facts);
            withheld = List.copyOf(withheld);
        }
    }

    /** What the candles of a moment are to a bot. */
    enum Part {
        /** From before the bot first ran, as {@link WarmUp}. */
        WARM_UP("warm-up"),
        /** Closed; the strategy is asked, as {@link CandleClosed}. */
        CLOSED("candle"),
        /** Closed while the bot did not run, as {@link CandleMissed}. */
        MISSED("missed");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
