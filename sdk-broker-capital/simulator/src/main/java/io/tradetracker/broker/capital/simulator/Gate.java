package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every request passes here: it is counted, limited, checked, carried out, recorded, and goes wrong if planned so. */
final class Gate {
    private static final String JSON = "application/json;charset=utf-8";
    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>";

    private final Venue venue;
    private final Sessions sessions;
    private final Traffic traffic;
    private final FaultPlan plan;
    private final Past past;
    private final ObjectMapper mapper;

    Gate(Venue venue, Sessions sessions, Traffic traffic, FaultPlan plan, Past past, ObjectMapper mapper) {
        this.venue = venue;
        this.sessions = sessions;
        this.traffic = traffic;
        this.plan = plan;
        this.past = past;
        this.mapper = mapper;
    }

    /** A request under way. */
    private record Task(
            Route route, Call.Incoming incoming, @Nullable Fault fault, int number) {
        boolean suffers(Fault.Kind kind) {
            return fault != null && fault.kind() == kind;
        }
    }

    /** What a handler said: an answer or an error code. */
    private record Said(int status, Json json, @Nullable Session session) {}

    /**
     * An answer and when it leaves.
     *
     * @param wire the answer
     * @param at venue time
     */
    private record Sent(Wire wire, Instant at) {}

    /** Answers a request; blocks until venue time comes when the answer is slow. */
    Wire serve(Route route, Call.Incoming incoming) {
        Sent sent = venue.locked(() -> pass(begin(route, incoming)));
        venue.awaitTime(sent.at);
        return sent.wire;
    }

    private Task begin(Route route, Call.Incoming incoming) {
        venue.journal().handling();
        traffic.count(route, venue.now());
        Fault fault = plan.take(route, incoming);
        int number = -1;
        if (route.isWrite()) {
            String name = fault == null ? null : fault.kind().name();
            number = venue.journal()
                    .received(new WriteRecord(
                            venue.now(),
                            incoming.method(),
                            incoming.path(),
                            incoming.text(),
                            name,
                            null,
                            null,
                            null,
                            List.of()));
        }
        return new Task(route, incoming, fault, number);
    }

    private Sent pass(Task task) {
        Fault fault = task.fault;
        if (fault == null) {
            return now(text(task, carryOut(task)));
        }
        return switch (fault.kind()) {
            case REQUEST_LOST -> now(new Wire.Cut());
            case EXECUTED_LATE -> late(task, fault);
            case TOO_MANY_REQUESTS -> now(text(task, refused(task, Refusal.tooMany())));
            case TOKEN_EXPIRED -> now(text(task, expired(task)));
            case SLOW -> new Sent(text(task, carryOut(task)), venue.now().plus(fault.delay()));
            default -> now(spoilt(fault, task));
        };
    }

    private Sent now(Wire wire) {
        return new Sent(wire, venue.now());
    }

    private Sent late(Task task, Fault fault) {
        venue.timeline().after(fault.delay(), () -> carryOut(task));
        return now(new Wire.Cut());
    }

    private Said expired(Task task) {
        try {
            sessions.end(session(task.incoming));
        } catch (Refusal alreadyOver) {
            return refused(task, alreadyOver);
        }
        return refused(task, Refusal.unauthorized("error.invalid.session.token"));
    }

    private Wire spoilt(Fault fault, Task task) {
        Said said = fault.executed() || fault.kind() == Fault.Kind.REJECTED
                ? carryOut(task)
                : refused(task, Refusal.badRequest(fault.kind().name()));
        Wire.Text text = text(task, said);
        return switch (fault.kind()) {
            case ANSWER_LOST -> new Wire.Cut();
            case SERVER_ERROR ->
                new Wire.Text(500, JSON, "{\"errorCode\":\"java.util.concurrent.TimeoutException\"}", null);
            case BAD_GATEWAY -> new Wire.Text(502, "text/html", PAGE, null);
            case TRUNCATED ->
                new Wire.Text(
                        text.status(),
                        text.contentType(),
                        text.text().substring(0, text.text().length() / 2),
                        text.tokens());
            case EMPTY -> said.status == 200 ? new Wire.Text(200, JSON, "", text.tokens()) : text;
            case WITHOUT_REFERENCE -> said.status == 200 ? new Wire.Text(200, JSON, "{}", text.tokens()) : text;
            default -> text;
        };
    }

    /** Limits, tokens, handler: what a request goes through when it arrives. */
    private Said carryOut(Task task) {
        venue.journal().handling();
        try {
            traffic.take(task.route, venue.now());
            Session session = task.route.access() == Route.Access.OPEN ? null : used(task.incoming);
            if (session != null && task.number >= 0) {
                venue.journal().handling(task.number, session.account());
            }
            prepare(task);
            Json json = handle(task, new Call(task.incoming, session));
            if (session != null && task.suffers(Fault.Kind.TOKENS_ROTATED)) {
                sessions.rotate(session);
            }
            handled(task, null);
            return new Said(200, json, session);
        } catch (Refusal refusal) {
            return refused(task, refusal);
        } finally {
            venue.clerk().requestOver();
        }
    }

    private void prepare(Task task) {
        if (task.fault != null && task.suffers(Fault.Kind.REJECTED)) {
            venue.clerk().rejectNext(task.fault.reason());
        }
        if (task.fault != null && task.suffers(Fault.Kind.CONFIRM_LATE)) {
            venue.clerk().delayNextConfirm(task.fault.delay());
        }
    }

    private Json handle(Task task, Call call) {
        Json old = task.fault != null && task.suffers(Fault.Kind.STALE)
                ? past.answer(task.route, call, task.fault.delay())
                : null;
        return old == null ? task.route.handler().apply(call) : old;
    }

    private Session used(Call.Incoming incoming) {
        Session session = session(incoming);
        session.touch(venue.now());
        return session;
    }

    private Session session(Call.Incoming incoming) {
        return sessions.find(incoming.headers().get("cst"), incoming.headers().get("x-security-token"));
    }

    private Said refused(Task task, Refusal refusal) {
        handled(task, refusal.code());
        return new Said(refusal.status(), Json.of("errorCode", refusal.code()), null);
    }

    private void handled(Task task, @Nullable String code) {
        if (task.number >= 0) {
            venue.journal().handled(task.number, venue.now(), code);
        }
    }

    private Wire.Text text(Task task, Said said) {
        Session opened = task.route.isLogin() && said.status == 200 ? SessionRoutes.opened(said.json) : said.session;
        boolean plain = "/session".equals(task.route.path()) && !task.route.isRead() && said.status == 200;
        String type = plain && !"PUT".equals(task.route.method()) ? "text/plain;charset=utf-8" : JSON;
        return new Wire.Text(said.status, type, write(said.json), opened == null ? null : opened.tokens());
    }

    private String write(Json json) {
        try {
            return mapper.writeValueAsString(json.fields());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("this answer cannot be written", impossible);
        }
    }
}
