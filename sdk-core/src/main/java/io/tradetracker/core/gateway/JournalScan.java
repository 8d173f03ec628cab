package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's file and checks each line: its checksum, and that it follows the one before. A last line that is
 * not whole is the end of the file, since nobody was told that it is on record. Anything else that is wrong is damage.
 * Used by one thread.
 */
final class JournalScan {
    private final Path file;
    private final JournalLineFormat format;
    private @Nullable TradingAccount account;
    private long epoch;
    private long last;
    private long end;

    JournalScan(Path file, JournalLineFormat format) {
        this.file = file;
        this.format = format;
    }

    /** {@return the account whose file it is; empty when not even its first line is whole} */
    Optional<TradingAccount> account() {
        return Optional.ofNullable(account);
    }

    /** {@return the epoch that claimed last; zero when none has} */
    long epoch() {
        return epoch;
    }

    /** {@return the sequence of the last fact} */
    long last() {
        return last;
    }

    /** {@return how long the file is without a torn tail, in bytes} */
    long end() {
        return end;
    }

    /** Reads only whose file it is. */
    JournalScan first() {
        try (JournalLines lines = JournalLines.open(file, Long.MAX_VALUE)) {
            take(lines, Long.MAX_VALUE, (sequence, fact) -> {});
            return this;
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /**
     * Reads all.
     *
     * @param limit where to stop, in bytes
     * @param after of which fact on to hand them to the reader
     */
    JournalScan read(long limit, long after, OrderJournal.Reader reader) {
        try (JournalLines lines = JournalLines.open(file, limit)) {
            while (take(lines, after, reader)) {
                // the next line
            }
            return this;
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /** {@return whether there was one more whole line} */
    private boolean take(JournalLines lines, long after, OrderJournal.Reader reader) throws IOException {
        JournalLines.Line line = lines.next();
        if (line == null) {
            return false;
        }
        if (!line.ended() || !JournalLineFormat.isIntact(line.bytes())) {
            requireTorn(line, lines.hasMore());
            return false;
        }
        JournalLine said = parsed(line);
        follow(line, said);
        end = line.offset() + line.bytes().length + 1;
        if (said instanceof JournalLine.Added added && added.last() > after) {
            hand(line, added, after, reader);
        }
        return true;
    }

    private void requireTorn(JournalLines.Line line, boolean hasMore) {
        if (hasMore) {
            throw damaged(line, "its checksum is wrong and more lines follow");
        }
        if (JournalLineFormat.beginsWithWholeLine(line.bytes())) {
            throw damaged(line, "the line feed at its end was changed");
        }
    }

    private JournalLine parsed(JournalLines.Line line) {
        try {
            return format.read(line.bytes());
        } catch (IllegalArgumentException unknown) {
            throw damaged(line, "it cannot be read, and may be that of a later version: " + unknown.getMessage());
        }
    }

    private void follow(JournalLines.Line line, JournalLine said) {
        require((line.number() == 1) == (said instanceof JournalLine.Opened), line, "only the first names the account");
        switch (said) {
            case JournalLine.Opened(TradingAccount named) -> account = named;
            case JournalLine.Claimed(long claimed) -> {
                require(claimed > epoch, line, "epoch " + claimed + " follows epoch " + epoch);
                epoch = claimed;
            }
            case JournalLine.Added added -> {
                require(
                        added.epoch() == epoch,
                        line,
                        "epoch " + added.epoch() + " writes, but " + epoch + " has claimed");
                require(
                        added.first() == last + 1 && added.count() > 0,
                        line,
                        "fact " + added.first() + " follows fact " + last);
                last = added.last();
            }
        }
    }

    private void hand(JournalLines.Line line, JournalLine.Added added, long after, OrderJournal.Reader reader) {
        long sequence = added.first();
        for (GatewayFact fact : factsOf(line, added)) {
            if (sequence > after) {
                reader.accept(sequence, fact);
            }
            sequence++;
        }
    }

    private List<GatewayFact> factsOf(JournalLines.Line line, JournalLine.Added added) {
        try {
            List<GatewayFact> facts = format.facts(line.bytes());
            require(facts.size() == added.count(), line, "it has another number of facts than it says");
            return facts;
        } catch (IllegalArgumentException unknown) {
            throw damaged(line, "it cannot be read, and may be that of a later version: " + unknown.getMessage());
        }
    }

    private void require(boolean condition, JournalLines.Line line, String wrong) {
        if (!condition) {
            throw damaged(line, wrong);
        }
    }

    private TradeTrackerException damaged(JournalLines.Line line, String wrong) {
        return new TradeTrackerException(
                CoreError.JOURNAL_FAILED,
                "file " + file + " is damaged in line " + line.number() + ": " + wrong
                        + ". Nothing was changed. Put back a copy of the file; if there is none, keep this one,"
                        + " cut it before that line, at byte " + line.offset()
                        + ", and compare the account with the broker's own record");
    }

    private TradeTrackerException unreadable(IOException failed) {
        return new TradeTrackerException(
                CoreError.JOURNAL_FAILED, "file " + file + " cannot be read: " + failed, failed);
    }
}
