package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a client wants to hear of, or no longer. */
final class Subscriptions {
    private static final int MOST_EPICS = 40;

    private final Venue venue;

    Subscriptions(Venue venue) {
        this.venue = venue;
    }

    Json apply(StreamSocket socket, String destination, JsonNode payload) {
        List<String> epics = texts(payload, "epics");
        if (epics.isEmpty()) {
            throw Refusal.badRequest("error.null.epics");
        }
        return switch (destination) {
            case "marketData.subscribe" -> {
                checkRoom(socket, epics);
                yield quotes(socket, epics, true);
            }
            case "marketData.unsubscribe" -> quotes(socket, epics, false);
            case "OHLCMarketData.subscribe" -> {
                checkRoom(socket, epics);
                yield subscribeBars(socket, epics, payload);
            }
            case "OHLCMarketData.unsubscribe" -> unsubscribeBars(socket, epics, payload);
            default -> throw Refusal.badRequest("error.invalid.destination");
        };
    }

    /** Quotes and bars of one market count once. */
    private static void checkRoom(StreamSocket socket, List<String> epics) {
        Set<String> all = new LinkedHashSet<>(socket.epics());
        all.addAll(epics);
        if (all.size() > MOST_EPICS) {
            throw Refusal.tooMany();
        }
    }

    private Json quotes(StreamSocket socket, List<String> epics, boolean on) {
        Json answer = new Json();
        for (String epic : epics) {
            String state = state(epic);
            if (on && PROCESSED.equals(state)) {
                socket.quotes().add(epic);
            }
            if (!on) {
                socket.quotes().remove(epic);
            }
            answer.with(epic, state);
        }
        return Json.of("subscriptions", answer);
    }

    private static final String PROCESSED = "PROCESSED";

    private String state(String epic) {
        boolean known =
                venue.markets().stream().anyMatch(market -> market.epic().equals(epic));
        return known ? PROCESSED : "error.not-found.epic";
    }

    private Json subscribeBars(StreamSocket socket, List<String> epics, JsonNode payload) {
        StreamSocket.BarType type = type(payload.path("type").asText("classic"));
        List<Resolution> resolutions = resolutions(payload, List.of(Resolution.MINUTE));
        Json answer = new Json();
        for (StreamSocket.BarKey key : keys(epics, resolutions, List.of(type))) {
            if (PROCESSED.equals(state(key.epic()))) {
                socket.bars().add(key);
            }
            answer.with(key.text(), state(key.epic()));
        }
        return Json.of("subscriptions", answer);
    }

    private Json unsubscribeBars(StreamSocket socket, List<String> epics, JsonNode payload) {
        List<String> names = texts(payload, "types");
        List<StreamSocket.BarType> types = names.isEmpty()
                ? List.of(StreamSocket.BarType.values())
                : names.stream().map(Subscriptions::type).toList();
        Json answer = new Json();
        for (StreamSocket.BarKey key : keys(epics, resolutions(payload, List.of(Resolution.values())), types)) {
            if (socket.bars().remove(key)) {
                answer.with(key.text(), PROCESSED);
            }
        }
        return Json.of("subscriptions", answer);
    }

    private static List<StreamSocket.BarKey> keys(
            List<String> epics, List<Resolution> resolutions, List<StreamSocket.BarType> types) {
        List<StreamSocket.BarKey> keys = new ArrayList<>();
        for (String epic : epics) {
            for (Resolution resolution : resolutions) {
                types.forEach(type -> keys.add(new StreamSocket.BarKey(epic, resolution, type)));
            }
        }
        return keys;
    }

    private static List<Resolution> resolutions(JsonNode payload, List<Resolution> otherwise) {
        List<String> names = texts(payload, "resolutions");
        try {
            return names.isEmpty()
                    ? otherwise
                    : names.stream().map(Resolution::valueOf).toList();
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badRequest("error.invalid.resolution");
        }
    }

    private static StreamSocket.BarType type(String text) {
        for (StreamSocket.BarType type : StreamSocket.BarType.values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw Refusal.badRequest("error.invalid.type");
    }

    private static List<String> texts(JsonNode payload, String name) {
        List<String> texts = new ArrayList<>();
        payload.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
