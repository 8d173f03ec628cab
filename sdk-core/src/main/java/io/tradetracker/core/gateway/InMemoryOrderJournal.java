package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record within one process, for tests and for paper trading. Safe for use by several threads. */
public final class InMemoryOrderJournal implements OrderJournal {
    private final Map<TradingAccount, Account> records = new HashMap<>();

    /** Makes an empty record. */
    public InMemoryOrderJournal() {}

    @Override
    public synchronized Writer claim(TradingAccount account, long epoch) {
        Account known = records.computeIfAbsent(account, each -> new Account());
        if (epoch < known.epoch) {
            throw another(account, epoch, known.epoch);
        }
        known.epoch = epoch;
        return new Writer() {
            @Override
            public long lastSequence() {
                synchronized (InMemoryOrderJournal.this) {
                    return known.facts.size();
                }
            }

            @Override
            public void append(List<GatewayFact> facts) {
                synchronized (InMemoryOrderJournal.this) {
                    if (known.epoch != epoch) {
                        throw another(account, epoch, known.epoch);
                    }
                    known.facts.addAll(facts);
                }
            }
        };
    }

    private static TradeTrackerException another(TradingAccount account, long epoch, long current) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "the record of account " + account + " is written by holder " + current + ", and not by " + epoch
                        + " any more");
    }

    @Override
    public void read(TradingAccount account, long after, Reader reader) {
        List<GatewayFact> facts;
        synchronized (this) {
            Account known = records.get(account);
            facts = known == null ? List.of() : List.copyOf(known.facts);
        }
        for (long sequence = after + 1; sequence <= facts.size(); sequence++) {
            reader.accept(sequence, facts.get((int) sequence - 1));
        }
    }

    @Override
    public synchronized List<TradingAccount> accounts() {
        return records.keySet().stream()
                .sorted(Comparator.comparing(TradingAccount::toString))
                .toList();
    }

    @Override
    public void close() {}

    private static final class Account {
        private final List<GatewayFact> facts = new ArrayList<>();
        private long epoch;
    }
}
