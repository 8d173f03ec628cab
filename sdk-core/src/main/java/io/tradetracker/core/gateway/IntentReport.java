package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.account.AccountTracker;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An intent and what is known of it. Immutable.
 *
 * @param intent what is wanted
 * @param status where it stands
 * @param code why it was declined or refused, in one word; empty when it was not
 * @param reason what is to be said of the status, a sentence for people; may be empty
 * @param sentAt when it was about to be sent, by the broker's clock; when it went on record if it never was
 * @param reference the broker's name for the request; null when there is none or it was lost
 * @param settlement what became of it; null until that is known
 */
public record IntentReport(
        OrderIntent intent,
        IntentStatus status,
        String code,
        String reason,
        Instant sentAt,
        @Nullable BrokerReference reference,
        @Nullable Settlement settlement) {
    /** {@return our name for it} */
    public ClientOrderId id() {
        return intent.id();
    }

    Optional<WantedTrade> trade(AccountTracker account) {
        return WantedTrade.of(intent.instrument(), intent.action(), account);
    }

    IntentReport with(IntentStatus newStatus, String newReason) {
        return new IntentReport(intent, newStatus, code, newReason, sentAt, reference, settlement);
    }

    IntentReport sent(Instant time) {
        return new IntentReport(intent, IntentStatus.INTENDED, code, reason, time, reference, settlement);
    }

    IntentReport answered(IntentStatus newStatus, String newReason, @Nullable BrokerReference newReference) {
        return new IntentReport(intent, newStatus, code, newReason, sentAt, newReference, settlement);
    }

    IntentReport refused(String newCode, String message) {
        return new IntentReport(
                intent,
                IntentStatus.NOT_EXECUTED,
                newCode,
                message,
                sentAt,
                reference,
                Settlement.notExecuted(message));
    }

    IntentReport settled(Settlement outcome) {
        IntentStatus done =
                outcome.result() == Settlement.Result.EXECUTED ? IntentStatus.EXECUTED : IntentStatus.NOT_EXECUTED;
        return new IntentReport(intent, done, code, outcome.evidence(), sentAt, reference, outcome);
    }
}
