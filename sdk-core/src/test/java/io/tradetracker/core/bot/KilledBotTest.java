package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.testkit.KeptPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bot that is closed in the middle, whose last append failed before or after the fact. */
final class KilledBotTest {
    private static final KeptPart KEPT = new KeptPart(Path.of("..", "docs", "evidence", "bot-restart.md"), "torn");
    private static final String HEADING = """
            | sessions, by seed | closed | torn before writing | torn after writing | entries | fills | records equal |
            |---|---|---|---|---|---|---|
            """;
    private static final int IN_VERIFY = 9;
    private static final int IN_EVIDENCE = 600;

    @Test
    void aRecordTornAtRandomPointsEndsAsThatOfABotThatWasNeverKilled() {
        assertThat(KEPT.text()).startsWith((HEADING + line(IN_VERIFY)).strip());
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() {
        String table = HEADING + line(IN_VERIFY) + "\n" + line(IN_EVIDENCE);
        System.out.println(table);
        if (KeptPart.updates()) {
            KEPT.write(table);
        }

        assertThat(KEPT.text()).isEqualTo(table.strip());
    }

    private static String line(int sessions) {
        Sums sums = new Sums();
        for (long seed = 1; seed <= sessions; seed++) {
            play(seed, sums);
        }
        return "| 1 to " + sessions + " | " + sums.closed + " | " + sums.tornBefore + " | "
                + (sums.closed - sums.tornBefore) + " | " + sums.entries + " | " + sums.fills + " | " + sums.equal
                + " |";
    }

    private static void play(long seed, Sums sums) {
        List<CandleSeries> markets = SeveralInstrumentsTest.three(seed, 60).subList(0, (int) (seed % 3) + 1);
        List<JournalEntry> expected = neverKilled(markets, (int) seed % 7);
        try (LiveSession session = new LiveSession(markets)) {
            TornJournal torn = new TornJournal(new Random(seed));
            session.journal = torn;
            session.warmUp = (int) seed % 7;
            session.begin();
            session.journal.saveState(LiveSession.ID, BotState.RUNNING, "");
            do {
                torn.drawNext();
                session.resumeFromRecord(10);
                session.open(Restless::trades);
                playUntilTorn(session, torn);
            } while (torn.wasTorn());

            assertThat(session.settled().state()).as("seed %d", seed).isEqualTo(BotState.RUNNING);
            assertThat(session.entries()).as("seed %d", seed).isEqualTo(expected);
            sums.add(torn, session);
            assertThat(replayed(session)).as("seed %d", seed).endsWith("are equal to the record.");
        }
    }

    private static void playUntilTorn(LiveSession session, TornJournal torn) {
        for (int minute = 11; minute < 250 && !torn.wasTorn(); minute++) {
            session.playTo(minute);
            session.settled();
        }
        if (torn.wasTorn()) {
            session.close();
        }
    }

    private static String replayed(LiveSession session) {
        return TradeTracker.create()
                .replay(session.configuration)
                .journal(session.journal)
                .strategy(Restless::trades)
                .run()
                .statement();
    }

    private static List<JournalEntry> neverKilled(List<CandleSeries> markets, int warmUp) {
        try (LiveSession session = new LiveSession(markets)) {
            session.warmUp = warmUp;
            session.begin();
            session.journal.saveState(LiveSession.ID, BotState.RUNNING, "");
            session.resumeFromRecord(10);
            session.open(Restless::trades);
            session.playTo(250);
            session.settled();
            return session.entries();
        }
    }

    private static final class Sums {
        private int closed;
        private int tornBefore;
        private int entries;
        private int fills;
        private int equal;

        void add(TornJournal torn, LiveSession session) {
            closed += torn.torn;
            tornBefore += torn.tornBefore;
            entries += session.entries().size();
            fills += session.fills().size();
            equal++;
        }
    }

    /** Fails at a random append, before or after the fact, and at all that follow until the next draw. */
    private static final class TornJournal extends BotRig.ForwardingJournal {
        private final Random random;
        private int torn;
        private int tornBefore;
        private int appendsLeft;
        private volatile boolean failed;

        TornJournal(Random random) {
            this.random = random;
        }

        void drawNext() {
            failed = false;
            appendsLeft = 1 + random.nextInt(60);
        }

        boolean wasTorn() {
            return failed;
        }

        @Override
        public void append(BotId id, JournalEntry entry) {
            if (!failed && --appendsLeft > 0) {
                super.append(id, entry);
                return;
            }
            if (!failed) {
                failed = true;
                torn++;
                if (random.nextBoolean()) {
                    tornBefore++;
                } else {
                    super.append(id, entry);
                }
            }
            throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the power went out");
        }
    }
}
