package io.tradetracker.core.bot;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.core.risk.KillSwitch;
import java.time.Instant;

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
}
