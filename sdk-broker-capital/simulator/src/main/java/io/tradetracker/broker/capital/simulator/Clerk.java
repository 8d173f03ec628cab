package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the confirmation of each request, and the row of each refused one. */
final class Clerk {
    private final Timeline timeline;
    private final Journal journal;
    private final Book book;
    private final Duration usualDelay;
    private @Nullable String nextRejection;
    private @Nullable Duration nextDelay;

    Clerk(Timeline timeline, Journal journal, Book book, Duration usualDelay) {
        this.timeline = timeline;
        this.journal = journal;
        this.book = book;
        this.usualDelay = usualDelay;
    }

    /**
     * What a confirmation is about.
     *
     * @param reference name of the request
     * @param dealId order or position
     */
    record Subject(String reference, String dealId) {}

    /** The next request is confirmed as rejected. */
    void rejectNext(String reason) {
        nextRejection = reason;
    }

    /** The confirmation of the next request is not found for so long. */
    void delayNextConfirm(Duration delay) {
        nextDelay = delay;
    }

    /** Forgets what was meant for the request that is over. */
    void requestOver() {
        nextRejection = null;
        nextDelay = null;
    }

    /** {@return why the request is rejected whatever it asks for, or null} */
    @Nullable
    String forcedRejection() {
        return nextRejection;
    }

    void accept(Account account, Subject subject, Confirm.Status status, Confirm.Change change, Confirm.Deal deal) {
        List<Confirm.Affected> affected = List.of(new Confirm.Affected(subject.dealId, change));
        keep(account, subject, new Confirm.Decision(status, null), deal, new Book.Outcome(affected, null, deal.size()));
    }

    void keep(Account account, Subject subject, Confirm.Decision decision, Confirm.Deal deal, Book.Outcome outcome) {
        Instant now = timeline.now();
        Instant visible = now.plus(nextDelay == null ? usualDelay : nextDelay);
        account.confirms()
                .put(
                        subject.reference,
                        new Confirm(
                                now,
                                subject.reference,
                                decision,
                                subject.dealId,
                                deal,
                                outcome.affected(),
                                outcome.profit(),
                                visible));
    }

    void reject(Account account, Subject subject, Confirm.Deal deal, Activity.Type type, String reason) {
        journal.rejected(reason);
        Activity.Status status = Activity.Status.REJECTED;
        log(account, subject, new Activity.Kind(Source.USER, type, status), deal);
        Confirm.Decision decision = new Confirm.Decision(Confirm.Status.DELETED, reason);
        keep(account, subject, decision, deal, new Book.Outcome(List.of(), null, BigDecimal.ZERO));
    }

    void log(Account account, Subject subject, Activity.Kind kind, Confirm.Deal deal) {
        Activity.Details details = new Activity.Details(
                subject.reference, null, deal.direction(), deal.size(), deal.level(), deal.protection());
        book.log(account, deal.market(), subject.dealId, kind, details);
    }
}
