package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.risk.KillSwitch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a gateway knows for sure. All facts of an account, in their order, are all that is needed to make its
 * gateway anew. Immutable. A new kind may come in a later version.
 */
public sealed interface GatewayFact {
    /** {@return when it became known, by the broker's clock as well as it is known, UTC} */
    Instant time();

    /**
     * A process began to write.
     *
     * @param time when
     * @param holder the process
     */
    record Began(Instant time, String holder) implements GatewayFact {}

    /**
     * Something is to be done. It is asked for after this is on record.
     *
     * @param time when
     * @param intent what, and who wants it
     * @param queued whether another intent must be settled first: then it is asked for after a {@link Due}
     */
    record Intended(Instant time, OrderIntent intent, boolean queued) implements GatewayFact {}

    /**
     * The turn of an intent that was queued has come: it is asked for after this is on record.
     *
     * @param time when
     * @param id the intent
     */
    record Due(Instant time, ClientOrderId id) implements GatewayFact {}

    /**
     * An owner's inputs were handled up to here: every intent that they caused is on record.
     *
     * @param time when
     * @param owner whose inputs
     * @param sequence of the last one, in the owner's own count
     */
    record InputsHandled(Instant time, OrderOwner owner, long sequence) implements GatewayFact {}

    /**
     * Something was wanted and will not be asked for.
     *
     * @param time when
     * @param intent what, and who wanted it
     * @param code why, in one upper-case word
     * @param reason why, a sentence for people
     */
    record Declined(Instant time, OrderIntent intent, String code, String reason) implements GatewayFact {}

    /**
     * The broker answered, or did not.
     *
     * @param time when
     * @param id the intent
     * @param outcome the answer
     */
    record Answered(Instant time, ClientOrderId id, SubmitOutcome outcome) implements GatewayFact {}

    /**
     * It is known for good what became of an intent.
     *
     * @param time when
     * @param id the intent
     * @param settlement what became of it
     */
    record Settled(Instant time, ClientOrderId id, Settlement settlement) implements GatewayFact {}

    /**
     * The broker's record cannot tell what became of an intent: a person must look and decide.
     *
     * @param time when
     * @param id the intent
     * @param reason what cannot be told, a sentence for people
     */
    record HandedOver(Instant time, ClientOrderId id, String reason) implements GatewayFact {}

    /**
     * Something changed on the account.
     *
     * @param time when it was seen
     * @param event what changed
     * @param intent which intent caused the order or position; null when it was made outside
     */
    record Seen(Instant time, AccountEvent event, @Nullable ClientOrderId intent) implements GatewayFact {}

    /**
     * A bot is the only one to trade an instrument.
     *
     * @param time when
     * @param instrument what it trades
     * @param owner the bot
     */
    record Assigned(Instant time, InstrumentId instrument, OrderOwner owner) implements GatewayFact {}

    /**
     * An instrument has no bot any more.
     *
     * @param time when
     * @param instrument what was traded
     */
    record Freed(Instant time, InstrumentId instrument) implements GatewayFact {}

    /**
     * The account's equity, now and then: limits of losses follow it.
     *
     * @param time when
     * @param equity in the account's currency
     */
    record EquityNoted(Instant time, double equity) implements GatewayFact {}

    /**
     * Somebody pulled the kill switch.
     *
     * @param time when
     * @param killSwitch who and why, and what happens to positions
     */
    record Killed(Instant time, KillSwitch killSwitch) implements GatewayFact {}

    /**
     * Somebody lets entries go on.
     *
     * @param time when
     * @param reason who and why
     */
    record Resumed(Instant time, String reason) implements GatewayFact {}
}
