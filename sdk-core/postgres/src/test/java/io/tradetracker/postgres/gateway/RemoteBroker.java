package io.tradetracker.postgres.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.CoreError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A broker in another process, asked over a socket: what is sent stays sent when this process dies. */
final class RemoteBroker implements Broker {
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(1);

    private static final ErrorCode UNREADABLE = CoreError.JOURNAL_FAILED;
    private final int port;
    private final String cell;
    private final Set<BrokerCapability> capabilities;

    RemoteBroker(int port, String cell, Set<BrokerCapability> capabilities) {
        this.port = port;
        this.cell = cell;
        this.capabilities = capabilities;
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return capabilities;
    }

    @Override
    public Duration longestRequest() {
        return LONGEST_REQUEST;
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        try {
            return ask(new Call.Send(action), permit);
        } catch (NotPermitted ended) {
            return new SubmitOutcome.Refused(SubmitOutcome.Refused.NOT_PERMITTED, "The permit had ended.");
        } catch (IOException lost) {
            return new SubmitOutcome.Unknown("The answer was lost: " + lost.getMessage(), null);
        }
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        return Optional.ofNullable(this.<@Nullable Confirmation>read(new Call.Confirm(reference)));
    }

    @Override
    public AccountSnapshot account() {
        return read(new Call.Balances());
    }

    @Override
    public List<Position> positions() {
        return read(new Call.Positions());
    }

    @Override
    public List<Order> orders() {
        return read(new Call.Orders());
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return read(new Call.Rows(from));
    }

    /** Tells the other process something and waits for its answer, which may never come. */
    void tell(Call call) {
        try {
            ask(call);
        } catch (IOException lost) {
            throw new IllegalStateException("the process that has the venue is gone", lost);
        }
    }

    private <T extends @Nullable Object> T read(Call call) {
        try {
            return ask(call);
        } catch (IOException lost) {
            throw new TradeTrackerException(UNREADABLE, "the broker could not be read: " + lost.getMessage());
        }
    }

    private <T extends @Nullable Object> T ask(Call call) throws IOException {
        return ask(call, SendPermit.ALWAYS);
    }

    private <T extends @Nullable Object> T ask(Call call, SendPermit permit) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            byte[] line = (cell + "\n" + Wire.write(call) + "\n").getBytes(StandardCharsets.UTF_8);
            if (!permit.isGiven()) {
                throw new NotPermitted();
            }
            socket.getOutputStream().write(line);
            String answer = in.readLine();
            if (answer == null) {
                throw new IOException("no answer");
            }
            return Wire.read(answer);
        }
    }

    @Override
    public void close() {}

    /** Nothing was written, since the permit had ended. */
    private static final class NotPermitted extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
