package io.tradetracker.core.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record within one process, for tests and for paper trading. Safe for use by several threads. */
public final class InMemoryOrderJournal implements OrderJournal {
    private final Map<TradingAccount, Account> records = new HashMap<>();
    private boolean closed;

    /** Makes an empty record. */
    public InMemoryOrderJournal() {}

    @Override
    public synchronized Writer claim(TradingAccount account, long epoch) {
        JournalErrors.requireEpoch(epoch);
        requireOpen();
        Account known = records.computeIfAbsent(account, each -> new Account());
        if (epoch < known.epoch) {
            throw JournalErrors.laterHolder(account, epoch, known.epoch);
        }
        known.epoch = epoch;
        known.writer = new AccountWriter(account, known);
        return known.writer;
    }

    private void requireOpen() {
        if (closed) {
            throw JournalErrors.closed();
        }
    }

    @Override
    public void read(TradingAccount account, long after, Reader reader) {
        List<GatewayFact> facts;
        synchronized (this) {
            Account known = records.get(account);
            facts = known == null ? List.of() : List.copyOf(known.facts);
        }
        for (long last = Math.max(0, after); last < facts.size(); last++) {
            reader.accept(last + 1, facts.get((int) last));
        }
    }

    @Override
    public synchronized List<TradingAccount> accounts() {
        return records.keySet().stream()
                .sorted(Comparator.comparing(TradingAccount::toString))
                .toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private static final class Account {
        private final List<GatewayFact> facts = new ArrayList<>();
        private long epoch;
        private @Nullable Writer writer;
    }

    private final class AccountWriter implements Writer {
        private final TradingAccount account;
        private final Account known;
        private long last;

        private AccountWriter(TradingAccount account, Account known) {
            this.account = account;
            this.known = known;
            last = known.facts.size();
        }

        @Override
        public long lastSequence() {
            synchronized (InMemoryOrderJournal.this) {
                return last;
            }
        }

        @Override
        public void append(List<GatewayFact> facts) {
            JournalErrors.requireSome(facts);
            synchronized (InMemoryOrderJournal.this) {
                requireOpen();
                if (known.writer != this) {
                    throw JournalErrors.claimedAnew(account);
                }
                known.facts.addAll(facts);
                last = known.facts.size();
            }
        }
    }
}
