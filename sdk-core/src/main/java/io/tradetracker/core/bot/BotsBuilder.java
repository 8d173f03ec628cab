package io.tradetracker.core.bot;

import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.Leases;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says which bots a process runs and with what. Journal and opener are needed; the rest has defaults. Not safe for
 * several threads.
 */
public final class BotsBuilder {
    private final RunMetrics metrics;
    private @Nullable BotJournal journal;
    private @Nullable BotOpener opener;
    private Leases leases = new InMemoryLeases();
    private String holder = "this process";
    private Predicate<StoredBot> wanted = bot -> true;
    private BotsListener listener = new BotsListener() {};
    private Duration pause = Duration.ofSeconds(3);

    /** Begins with who receives measurements; see {@link io.tradetracker.core.TradeTracker#bots}. */
    public BotsBuilder(RunMetrics metrics) {
        this.metrics = metrics;
    }

    /** Sets where the bots are on record. */
    public BotsBuilder journal(BotJournal record) {
        journal = record;
        return this;
    }

    /** Sets what opens a bot. */
    public BotsBuilder opener(BotOpener botOpener) {
        opener = botOpener;
        return this;
    }

    /**
     * Sets who says which process may run which bot; by default every bot may run here, for a record that no other
     * process writes.
     *
     * @param name of this process, which no other one has
     */
    public BotsBuilder leases(Leases port, String name) {
        leases = port;
        holder = name;
        return this;
    }

    /** Sets which of the bots on record this process runs; all by default. Asked anew each time. */
    public BotsBuilder only(Predicate<StoredBot> which) {
        wanted = which;
        return this;
    }

    /** Sets who hears which bots this process runs. */
    public BotsBuilder listener(BotsListener botsListener) {
        listener = botsListener;
        return this;
    }

    /**
     * Sets how often leases are renewed and orphaned bots looked for; every three seconds by default. A third of a
     * lease's length leaves room for a failure.
     *
     * @throws IllegalArgumentException when it is not above zero
     */
    public BotsBuilder every(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("time " + time + " must be above zero");
        }
        pause = time;
        return this;
    }

    /**
     * {@return the bots; nothing is open and no thread runs yet}
     *
     * @throws NullPointerException when journal or opener are missing
     */
    public Bots build() {
        return new Bots(new Settings(
                Objects.requireNonNull(journal, "the journal is missing: call journal(record)"),
                Objects.requireNonNull(opener, "the opener is missing: call opener(how)"),
                leases,
                holder,
                wanted,
                listener,
                metrics,
                pause));
    }

    /**
     * What bots are run with. Immutable.
     *
     * @param journal their record
     * @param opener opens one
     * @param leases who may run which
     * @param holder this process
     * @param wanted which ones
     * @param listener who hears of them
     * @param metrics who receives measurements
     * @param pause between two rounds
     */
    record Settings(
            BotJournal journal,
            BotOpener opener,
            Leases leases,
            String holder,
            Predicate<StoredBot> wanted,
            BotsListener listener,
            RunMetrics metrics,
            Duration pause) {}
}
