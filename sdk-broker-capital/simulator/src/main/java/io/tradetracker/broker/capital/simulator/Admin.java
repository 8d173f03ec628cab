package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Lets another process set prices, move time, plan faults and read the truth. */
final class Admin {
    private final CapitalSimulator simulator;
    private final ObjectMapper mapper;
    private final String token;

    Admin(CapitalSimulator simulator, ObjectMapper mapper, String token) {
        this.simulator = simulator;
        this.mapper = mapper.copy()
                .registerModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addSerializer(Duration.class, ToStringSerializer.instance));
        this.token = token;
    }

    String token() {
        return token;
    }

    void register(RoutesConfig routes) {
        routes.post("/admin/faults", context -> act(context, this::fault));
        routes.post("/admin/quote", context -> act(context, this::quote));
        routes.post("/admin/advance", context -> act(context, this::advance));
        routes.get("/admin/record", context -> act(context, body -> {}));
    }

    /** Every answer is the record. */
    private void act(Context context, Consumer<Body> action) {
        if (!token.equals(context.header("X-ADMIN-TOKEN"))) {
            answer(context, 401, Map.of("error", "send the admin token as X-ADMIN-TOKEN"));
            return;
        }
        try {
            String text = context.body();
            JsonNode json = text.isBlank() ? mapper.createObjectNode() : mapper.readTree(text);
            action.accept(new Body(json));
            answer(context, 200, simulator.record());
        } catch (Refusal | IllegalArgumentException | IllegalStateException | JsonProcessingException wrong) {
            answer(context, 400, Map.of("error", String.valueOf(wrong.getMessage())));
        }
    }

    private void answer(Context context, int status, Object answer) {
        try {
            context.status(status).contentType("application/json").result(mapper.writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("this answer cannot be written", impossible);
        }
    }

    private void quote(Body body) {
        simulator.quote(body.text("epic"), body.decimal("bid"), body.decimal("ask"));
    }

    private void advance(Body body) {
        simulator.advance(seconds(body));
    }

    /** {@code on} is "write", "read", or method and beginning of the path. */
    private void fault(Body body) {
        Fault fault = fault(body.choice("kind", Fault.Kind.class), body);
        String on = body.has("on") ? body.text("on") : "write";
        switch (on) {
            case "write" -> simulator.faults().nextWrite(fault);
            case "read" -> simulator.faults().nextRead(fault);
            default -> {
                int space = on.indexOf(' ');
                if (space < 0) {
                    throw new IllegalArgumentException(
                            "a fault happens on \"write\", \"read\" or such as \"POST /session\", not on " + on);
                }
                simulator.faults().next(on.substring(0, space), on.substring(space + 1), fault);
            }
        }
    }

    private static Fault fault(Fault.Kind kind, Body body) {
        return switch (kind) {
            case ANSWER_LOST -> Fault.answerLost();
            case REQUEST_LOST -> Fault.requestLost();
            case EXECUTED_LATE -> Fault.executedLate(seconds(body));
            case SERVER_ERROR -> Fault.serverError(body.flag("executed"));
            case BAD_GATEWAY -> Fault.badGateway(body.flag("executed"));
            case TRUNCATED -> Fault.truncated();
            case EMPTY -> Fault.empty();
            case WITHOUT_REFERENCE -> Fault.withoutReference();
            case TOO_MANY_REQUESTS -> Fault.tooManyRequests();
            case TOKEN_EXPIRED -> Fault.tokenExpired();
            case CONFIRM_LATE -> Fault.confirmLate(seconds(body));
            case REJECTED -> Fault.rejected(body.text("reason"));
            case SLOW -> Fault.slow(seconds(body));
            case STALE -> Fault.stale(seconds(body));
            case TOKENS_ROTATED -> Fault.tokensRotated();
        };
    }

    private static Duration seconds(Body body) {
        return Duration.ofMillis(body.decimal("seconds").movePointRight(3).longValueExact());
    }
}
