package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that knows nothing of the simulator but its address and credentials. */
final class Api implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Credentials credentials;
    private String cst = "";
    private String securityToken = "";

    Api(CapitalSimulator venue) {
        url = venue.url();
        credentials = venue.credentials();
    }

    static Api loggedIn(CapitalSimulator venue) {
        Api api = new Api(venue);
        api.login();
        return api;
    }

    record Reply(int status, String text, HttpHeaders headers) {
        JsonNode json() {
            return parse(text);
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String code() {
            return json().path("errorCode").asText();
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("not JSON: " + text, wrong);
        }
    }

    Reply login() {
        return login(credentials.identifier(), credentials.password(), false);
    }

    Reply login(String identifier, String password, boolean encrypted) {
        Reply reply = post(
                "/session",
                "{'identifier':'" + identifier + "','password':'" + password + "','encryptedPassword':" + encrypted
                        + "}");
        adopt(reply);
        return reply;
    }

    void adopt(Reply reply) {
        reply.headers.firstValue("CST").ifPresent(value -> cst = value);
        reply.headers.firstValue("X-SECURITY-TOKEN").ifPresent(value -> securityToken = value);
    }

    void tokens(String other, String otherSecurity) {
        cst = other;
        securityToken = otherSecurity;
    }

    String cst() {
        return cst;
    }

    String securityToken() {
        return securityToken;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /** Single quotes stand for double ones. */
    Reply send(String method, String path, String body) {
        try {
            return reply(http.send(request(method, path, body), BodyHandlers.ofString()));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    CompletableFuture<Reply> later(String method, String path, String body) {
        return http.sendAsync(request(method, path, body), BodyHandlers.ofString())
                .thenApply(Api::reply);
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body(), response.headers());
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-CAP-API-KEY", credentials.apiKey())
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (!cst.isEmpty()) {
            request.header("CST", cst).header("X-SECURITY-TOKEN", securityToken);
        }
        return request.build();
    }

    /** {@return the deal id of the position that an accepted request opened} */
    String open(String epic, String direction, String size, String more) {
        Reply reply = post(
                "/positions", "{'epic':'" + epic + "','direction':'" + direction + "','size':" + size + more + "}");
        return confirm(reply).at("/affectedDeals/0/dealId").asText();
    }

    JsonNode confirm(Reply reply) {
        if (reply.status != 200) {
            throw new IllegalStateException("refused: " + reply.text);
        }
        return get("/confirms/" + reply.json().path("dealReference").asText()).json();
    }

    @Override
    public void close() {
        http.close();
    }
}
