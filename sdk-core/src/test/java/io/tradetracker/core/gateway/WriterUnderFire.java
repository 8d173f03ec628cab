package io.tradetracker.core.gateway;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A process that adds numbered steps to a file's record until it is killed, and says which ones were acknowledged. */
final class WriterUnderFire {
    static final TradingAccount ACCOUNT = TradingAccount.of("under-fire", "1");
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");

    private WriterUnderFire() {}

    /** Takes the folder and the epoch. */
    public static void main(String[] args) {
        OrderJournal journal = FileOrderJournal.open(Path.of(args[0]));
        OrderJournal.Writer writer = journal.claim(ACCOUNT, Long.parseLong(args[1]));
        long[] step = new long[1];
        journal.read(ACCOUNT, 0, (sequence, fact) -> step[0] = stepOf(fact));
        while (true) {
            writer.append(facts(++step[0]));
            System.out.println(step[0]);
        }
    }

    /** {@return the facts of a step: one to seven, of some length, each with the number of the step} */
    static List<GatewayFact> facts(long step) {
        return IntStream.rangeClosed(0, (int) (step % 7))
                .<GatewayFact>mapToObj(i ->
                        new GatewayFact.Began(TIME, step + " " + i + " " + "x".repeat((int) (step * 37 % 4_000))))
                .toList();
    }

    static long stepOf(GatewayFact fact) {
        String holder = ((GatewayFact.Began) fact).holder();
        return Long.parseLong(holder.substring(0, holder.indexOf(' ')));
    }
}
