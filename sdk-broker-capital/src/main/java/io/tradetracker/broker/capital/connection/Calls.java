package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.RetryAdvice;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls on a session: what only reads may be repeated, what changes something leaves once. Safe for use by several
 * threads.
 */
public final class Calls {
    private static final int TRIES = 3;

    private final Line line;
    private final Session session;
    private final String apiKey;

    /** Makes calls of a session. */
    public Calls(Line line, Session session, String apiKey) {
        this.line = line;
        this.session = session;
        this.apiKey = apiKey;
    }

    /** {@return the session} */
    public Session session() {
        return session;
    }

    /** {@return who receives measurements} */
    public CapitalMetrics metrics() {
        return line.metrics();
    }

    /**
     * {@return what a call that only reads was answered} It is repeated when it got no answer, when the service failed
     * or was asked too much, and after a new log-in.
     *
     * @throws CapitalException when the service refuses, or nothing helped
     */
    public <T> T read(Ask ask, Class<T> type) {
        for (int tried = 1; ; tried++) {
            try {
                return readOnce(ask, type);
            } catch (CapitalException failed) {
                if (tried == TRIES || !isWorthRepeating(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean isWorthRepeating(CapitalException failed) {
        boolean mayPass = failed.code() == CapitalError.UNAVAILABLE
                || failed.code() == CapitalError.TOO_MANY_REQUESTS
                || failed.code() == CapitalError.SESSION_ENDED
                || failed.code() == CapitalError.BAD_ANSWER;
        return mayPass && failed.retry().repeatable();
    }

    private <T> T readOnce(Ask ask, Class<T> type) {
        return decode(required(exchange(ask), ask), ask, type);
    }

    /**
     * {@return what a call that changes something other than positions and orders was answered} It is sent once.
     *
     * @throws CapitalException UNAVAILABLE when it is not known whether it was done
     */
    public <T> T change(Ask ask, Class<T> type) {
        return decode(required(exchange(ask), ask), ask, type);
    }

    /** {@return what is known of a request that changes positions or orders} It is sent once; throws nothing. */
    public SubmitOutcome deal(Ask ask, SendPermit permit) {
        Departure departure = new Departure(permit);
        try {
            Tokens tokens = session.tokens();
            Reply reply = line.exchange(ask, apiKey, tokens, departure);
            learn(reply, tokens);
            return outcome(ask, reply);
        } catch (IOException lost) {
            return lost(ask, departure, lost);
        } catch (CapitalException noSession) {
            return new SubmitOutcome.Refused(
                    noSession.venueCode().isEmpty() ? noSession.code().name() : noSession.venueCode(),
                    noSession.getMessage() + " Nothing was sent.");
        } catch (RuntimeException failed) {
            return failed(ask, departure, failed);
        }
    }

    /** A listener of measurements may throw when the request has long left. */
    private static SubmitOutcome failed(Ask ask, Departure departure, RuntimeException failed) {
        String reason = failed.getClass().getSimpleName();
        return departure.hasLeft()
                ? new SubmitOutcome.Unknown(ask.what() + " was sent, and then something failed (" + reason + ").", null)
                : new SubmitOutcome.Refused("NOT_SENT", ask.what() + " failed (" + reason + "). Nothing was sent.");
    }

    private static SubmitOutcome lost(Ask ask, Departure departure, IOException lost) {
        if (departure.wasDenied()) {
            return new SubmitOutcome.Refused(
                    SubmitOutcome.Refused.NOT_PERMITTED, "The permit had ended when its turn came: nothing was sent.");
        }
        String reason = lost.getClass().getSimpleName() + ": " + lost.getMessage();
        return departure.hasLeft()
                ? new SubmitOutcome.Unknown(ask.what() + " got no answer (" + reason + ").", null)
                : new SubmitOutcome.Refused(
                        CapitalError.UNAVAILABLE.name(),
                        "The service was not reached, nothing was sent (" + reason + ").");
    }

    private static SubmitOutcome outcome(Ask ask, Reply reply) {
        BrokerReference reference = reference(reply);
        VenueFault fault = reply.fault();
        if (reply.isSuccess() && fault == null) {
            return reference == null
                    ? new SubmitOutcome.Unknown(ask.what() + " was answered without a reference.", null)
                    : new SubmitOutcome.Accepted(reference);
        }
        if (fault != null && reply.status() >= 400 && reply.status() < 500) {
            String code = fault.isMissingDeal() ? SubmitOutcome.Refused.NOT_FOUND : fault.code();
            return new SubmitOutcome.Refused(code, fault.sentence(ask.what()));
        }
        String says = fault == null ? "" : " " + fault.code();
        return new SubmitOutcome.Unknown(ask.what() + " was answered " + reply.status() + says + ".", reference);
    }

    private static @Nullable BrokerReference reference(Reply reply) {
        JsonNode json = reply.json();
        String text = json == null ? "" : json.path("dealReference").asText();
        return text.isBlank() || text.length() > 100 ? null : BrokerReference.of(text);
    }

    private Reply exchange(Ask ask) {
        Tokens tokens = Session.withoutSession().contains(ask.template()) ? null : session.tokens();
        try {
            Reply reply = line.exchange(ask, apiKey, tokens);
            if (tokens != null) {
                learn(reply, tokens);
            }
            return reply;
        } catch (Line.TooLongException tooLong) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    "",
                    ask.what() + " was answered with far too much: " + tooLong.getMessage()
                            + ". Is the host that of the service?",
                    RetryAdvice.NEVER,
                    tooLong);
        } catch (IOException lost) {
            throw new CapitalException(
                    CapitalError.UNAVAILABLE,
                    "",
                    ask.what() + " got no answer (" + lost.getClass().getSimpleName() + ": " + lost.getMessage() + ").",
                    RetryAdvice.after(Duration.ofSeconds(1)),
                    lost);
        }
    }

    private void learn(Reply reply, Tokens tokens) {
        if (reply.endsSession()) {
            session.forget(tokens);
        } else if (reply.isSuccess()) {
            session.adopt(tokens, reply.headers());
        }
    }

    private static Reply required(Reply reply, Ask ask) {
        VenueFault fault = reply.fault();
        if (fault != null) {
            throw fault.toException(ask.what());
        }
        if (reply.isOfSomebodyElse()) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    ask.what() + " was answered " + reply.status()
                            + " with a page that is not the service's. Is the host"
                            + " right, and does a proxy or a firewall stand between?");
        }
        if (!reply.isSuccess()) {
            throw new VenueFault(reply.status(), Integer.toString(reply.status()), "").toException(ask.what());
        }
        return reply;
    }

    private <T> T decode(Reply reply, Ask ask, Class<T> type) {
        JsonNode json = reply.json();
        try {
            T value = json == null ? null : line.mapper().treeToValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException unreadable) {
            throw badAnswer(ask, unreadable);
        }
        throw badAnswer(ask, null);
    }

    private static CapitalException badAnswer(Ask ask, @Nullable Exception cause) {
        return new CapitalException(
                CapitalError.BAD_ANSWER,
                "",
                ask.what() + " was answered with something that cannot be read" + reason(cause) + ".",
                RetryAdvice.after(Duration.ofSeconds(1)),
                null);
    }

    /** Says where, and not what was there, as nobody knows what a stranger answers. */
    private static String reason(@Nullable Exception cause) {
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : mapping.getPath()) {
            if (each.getFieldName() == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
            }
        }
        return ": look at " + path;
    }
}
