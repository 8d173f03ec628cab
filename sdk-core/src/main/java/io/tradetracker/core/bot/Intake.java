package io.tradetracker.core.bot;

import io.tradetracker.api.market.Print;
import io.tradetracker.core.bot.Mailbox.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts what one subscription hears into a bot's mailbox, and remembers when something was lost. */
final class Intake {
    private final Mailbox mailbox;
    private volatile boolean open = true;
    private @Nullable Instant gapUntil;
    private long lateCount;

    Intake(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * What came before this moment of market time may be missing. Called by one thread at a time, as {@link #accept}.
     */
    void gapUntil(Instant moment) {
        gapUntil = moment;
    }

    /** What is accepted next may lack something, though nothing before it was lost. */
    void mayMiss(Instant moment) {
        if (gapUntil == null) {
            gapUntil = moment;
        }
    }

    void late(Print print, Instant candle) {
        lateCount++;
        mailbox.put(new Message.Late(new LatePrint(print, candle, lateCount)), () -> open);
    }

    void accept(BotInput input) {
        if (mailbox.put(new Message.Input(input, gapUntil), () -> open)) {
            gapUntil = null;
        } else {
            gapUntil = input.time();
        }
    }

    /** Lets nothing in any more; who waits for room goes away. */
    void close() {
        open = false;
        mailbox.wakeWaiting();
    }
}
