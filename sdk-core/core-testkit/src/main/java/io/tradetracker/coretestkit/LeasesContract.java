package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Leases} must do. Extend it in a test, once for each implementation. */
public abstract class LeasesContract {
    /** What the leases are about. */
    protected static final String SUBJECT = "bot leased";

    /** Another one. */
    protected static final String OTHER = "account leased";

    /** For subclasses. */
    protected LeasesContract() {}

    /** {@return leases of these terms, of which none is held; asked for once in each test} */
    protected abstract Leases leases(LeaseTerms terms);

    /** Returns when at least that much has passed, for whoever measures the leases. */
    protected abstract void pass(Duration time);

    @Test
    void givesASubjectToOneHolderAtATime() {
        Leases leases = leases(longTerms());

        Lease first = leases.acquire(SUBJECT, "one").orElseThrow();

        assertThat(first.subject()).isEqualTo(SUBJECT);
        assertThat(first.holder()).isEqualTo("one");
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(leases.acquire(SUBJECT, "two")).isEmpty();
        assertThat(leases.acquire(SUBJECT, "one")).as("also not twice to one").isEmpty();
        assertThat(leases.acquire(OTHER, "two")).isPresent();
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        Leases leases = leases(longTerms());
        List<Callable<Boolean>> tries = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(
                        i -> () -> leases.acquire(SUBJECT, "holder-" + i).isPresent())
                .toList();

        List<Boolean> won = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tries)) {
                won.add(done.get());
            }
        }

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void saysHowLongALeaseLastsAndNeverTooLong() {
        Leases leases = leases(longTerms());

        Lease lease = leases.acquire(SUBJECT, "one").orElseThrow();

        assertThat(lease.remaining())
                .isPositive()
                .isLessThanOrEqualTo(longTerms().length());
        assertThat(lease.outlasts(longTerms().length())).isFalse();
        assertThat(lease.outlasts(longTerms().length().dividedBy(2))).isTrue();
    }

    @Test
    void givesAReleasedSubjectToTheNextAtOnceUnderAHigherEpoch() {
        Leases leases = leases(longTerms());
        leases.release(leases.acquire(SUBJECT, "one").orElseThrow());

        Lease second = leases.acquire(SUBJECT, "two").orElseThrow();
        leases.release(second);
        Lease third = leases.acquire(SUBJECT, "one").orElseThrow();

        assertThat(second.epoch()).isEqualTo(2);
        assertThat(third.epoch()).isEqualTo(3);
    }

    @Test
    void givesASubjectWhoseHolderIsGoneOnlyAfterTheLongestRequest() {
        Leases leases = leases(new LeaseTerms(Duration.ofMillis(300), Duration.ofMillis(700)));
        Lease first = leases.acquire(SUBJECT, "one").orElseThrow();

        pass(Duration.ofMillis(301));
        Optional<Lease> tooEarly = leases.acquire(SUBJECT, "two");
        assertThat(first.isOver()).isTrue();
        pass(Duration.ofMillis(701));
        Lease second = leases.acquire(SUBJECT, "two").orElseThrow();

        assertThat(tooEarly).isEmpty();
        assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
    }

    @Test
    void renewsALeaseThatLastsAndNoOther() {
        Leases leases = leases(new LeaseTerms(Duration.ofMillis(600), Duration.ZERO));
        Lease lease = leases.acquire(SUBJECT, "one").orElseThrow();

        pass(Duration.ofMillis(200));
        Lease renewed = leases.renew(lease).orElseThrow();
        assertThat(renewed.epoch()).isEqualTo(lease.epoch());
        assertThat(renewed.remaining()).isGreaterThan(lease.remaining());
        pass(Duration.ofMillis(601));

        assertThat(renewed.isOver()).isTrue();
        assertThat(leases.renew(renewed)).as("it ran out").isEmpty();
        assertThat(leases.acquire(SUBJECT, "two")).isPresent();
        assertThat(leases.renew(renewed)).as("another holds it").isEmpty();
    }

    @Test
    void ignoresTheReleaseOfAnOldHolder() {
        Leases leases = leases(new LeaseTerms(Duration.ofMillis(1_500), Duration.ZERO));
        Lease old = leases.acquire(SUBJECT, "one").orElseThrow();
        pass(Duration.ofMillis(1_501));
        Lease current = leases.acquire(SUBJECT, "two").orElseThrow();

        leases.release(old);

        assertThat(leases.acquire(SUBJECT, "three")).isEmpty();
        assertThat(leases.renew(current)).isPresent();
    }

    @Test
    void givesNothingToRenewAfterARelease() {
        Leases leases = leases(longTerms());
        Lease lease = leases.acquire(SUBJECT, "one").orElseThrow();

        leases.release(lease);
        leases.release(lease);

        assertThat(leases.renew(lease)).isEmpty();
    }

    private static LeaseTerms longTerms() {
        return new LeaseTerms(Duration.ofMinutes(5), Duration.ofMinutes(1));
    }
}
