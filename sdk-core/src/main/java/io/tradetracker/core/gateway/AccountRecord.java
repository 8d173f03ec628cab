package io.tradetracker.core.gateway;

import io.tradetracker.core.internal.AppendFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An account as a journal of files has it: its file once it is claimed, and who writes. Safe for several threads. */
final class AccountRecord {
    private final TradingAccount account;
    private final Path path;
    private final JournalLineFormat format;
    private final AppendFile.Opener opener;
    private final Consumer<TornTail> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable AccountFile file;
    private @Nullable Writer writer;
    private volatile boolean closed;

    AccountRecord(
            TradingAccount account,
            Path path,
            JournalLineFormat format,
            AppendFile.Opener opener,
            Consumer<TornTail> listener) {
        this.account = account;
        this.path = path;
        this.format = format;
        this.opener = opener;
        this.listener = listener;
    }

    OrderJournal.Writer claim(long epoch) throws IOException {
        lock.lock();
        try {
            AccountFile open = openFile();
            if (epoch < open.epoch()) {
                throw JournalErrors.laterHolder(account, epoch, open.epoch());
            }
            open.cutTail().ifPresent(this::tell);
            open.claim(epoch);
            Writer claimed = new Writer(open.last());
            writer = claimed;
            return claimed;
        } finally {
            lock.unlock();
        }
    }

    private AccountFile openFile() throws IOException {
        AccountFile known = file;
        if (known != null && !known.isBroken()) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        long written = known == null ? AccountFile.WHOLE_FILE : known.end();
        AccountFile opened = AccountFile.open(path, account, format, opener, written);
        file = opened;
        return opened;
    }

    /** The tail is cut already; that nobody could be told must not keep the account from being traded. */
    private void tell(TornTail tail) {
        try {
            listener.accept(tail);
        } catch (RuntimeException ignored) {
            // the file with its bytes still tells
        }
    }

    /** {@return how many bytes of the file are acknowledged; all when nobody writes it here} */
    long end() {
        AccountFile known = file;
        return known == null || closed ? AccountFile.WHOLE_FILE : known.end();
    }

    void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            if (file != null) {
                file.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private final class Writer implements OrderJournal.Writer {
        private volatile long last;

        private Writer(long last) {
            this.last = last;
        }

        @Override
        public long lastSequence() {
            return last;
        }

        @Override
        public void append(List<GatewayFact> facts) {
            JournalErrors.requireSome(facts);
            lock.lock();
            try {
                AccountFile open = file;
                if (closed || open == null) {
                    throw JournalErrors.closed();
                }
                if (writer != this) {
                    throw JournalErrors.claimedAnew(account);
                }
                open.append(facts);
                last = open.last();
            } finally {
                lock.unlock();
            }
        }
    }
}
