package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps what truly happened. Used under the venue's lock. */
final class Journal {
    private final List<WriteRecord> writes = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable String rejection;
    private Consumer<Account> beforeChange = account -> {};

    void beforeChange(Consumer<Account> listener) {
        beforeChange = listener;
    }

    /** An account is about to change. */
    void changing(Account account) {
        beforeChange.accept(account);
    }

    void executed(Execution execution) {
        executions.add(execution);
        effect(new Effect(
                Effect.Change.valueOf(execution.kind().name()),
                execution.dealId(),
                execution.size(),
                execution.level()));
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void rejected(String reason) {
        rejection = reason;
    }

    /** {@return the number of a request that was just received} */
    int received(WriteRecord write) {
        writes.add(write);
        return writes.size() - 1;
    }

    /** What follows belongs to one request, until {@link #handled}. */
    void handling() {
        effects.clear();
        rejection = null;
    }

    void handling(int number, Account account) {
        writes.set(number, writes.get(number).on(account.id()));
    }

    void handled(int number, Instant time, @Nullable String code) {
        writes.set(number, writes.get(number).handled(time, code == null ? rejection : code, effects));
        handling();
    }

    List<WriteRecord> writes() {
        return List.copyOf(writes);
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }
}
