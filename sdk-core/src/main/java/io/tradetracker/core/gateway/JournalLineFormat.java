package io.tradetracker.core.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Lines of an account's file: eight hexadecimal digits of a CRC-32C, a space, JSON in ASCII, and a line feed. Safe for
 * use by several threads.
 */
final class JournalLineFormat {
    /** How long a line may be, in bytes with its line feed. */
    static final int LONGEST = 64 << 20;

    private static final String FACTS = "facts";
    private static final int VERSION = 1;
    private static final int JSON_BEGINS = 9;
    private static final int SHORTEST = JSON_BEGINS + 2;

    private final JsonMapper mapper = GatewayJson.mapper();
    private final GatewayJson json = new GatewayJson();

    byte[] opened(TradingAccount account) {
        ObjectNode node = mapper.createObjectNode()
                .put("journal", VERSION)
                .put("broker", account.broker())
                .put("account", account.id().value());
        try {
            return line(mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(node));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] claimed(long epoch) {
        return line("{\"epoch\":" + epoch + "}");
    }

    /** @throws IllegalArgumentException when the line would be too long */
    byte[] added(long epoch, long first, List<GatewayFact> facts) {
        StringBuilder text = new StringBuilder(
                "{\"epoch\":" + epoch + ",\"first\":" + first + ",\"count\":" + facts.size() + ",\"facts\":[");
        for (int i = 0; i < facts.size(); i++) {
            text.append(i == 0 ? "" : ",").append(json.write(facts.get(i)));
            if (text.length() > LONGEST - SHORTEST) {
                throw new IllegalArgumentException(
                        facts.size() + " facts are more than " + LONGEST + " bytes long; add them in several steps");
            }
        }
        return line(text.append("]}").toString());
    }

    private static byte[] line(String json) {
        byte[] bytes = ("         " + json + "\n").getBytes(StandardCharsets.US_ASCII);
        CRC32C sum = new CRC32C();
        sum.update(bytes, JSON_BEGINS, bytes.length - JSON_BEGINS - 1);
        byte[] digits = HexFormat.of().toHexDigits((int) sum.getValue()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, bytes, 0, digits.length);
        return bytes;
    }

    /** {@return whether the checksum of a line is right} The line comes without its line feed. */
    static boolean isIntact(byte[] line) {
        if (line.length < SHORTEST || line[JSON_BEGINS - 1] != ' ') {
            return false;
        }
        CRC32C sum = new CRC32C();
        sum.update(line, JSON_BEGINS, line.length - JSON_BEGINS);
        return hasSum(line, (int) sum.getValue());
    }

    private static boolean hasSum(byte[] line, int sum) {
        byte[] digits = HexFormat.of().toHexDigits(sum).getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(line, 0, digits.length, digits, 0, digits.length);
    }

    /**
     * {@return whether a broken line begins with a whole one} Then its line feed was damaged later: a write that was
     * cut short has nothing behind a whole line.
     */
    static boolean beginsWithWholeLine(byte[] line) {
        if (line.length < 2 * SHORTEST || line[JSON_BEGINS - 1] != ' ') {
            return false;
        }
        CRC32C sum = new CRC32C();
        for (int i = JSON_BEGINS; i <= line.length - SHORTEST; i++) {
            sum.update(line[i]);
            if (line[i] == '}' && hasSum(line, (int) sum.getValue())) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return what an intact line says}
     *
     * @throws IllegalArgumentException when it says nothing that is known
     */
    JournalLine read(byte[] line) {
        try (JsonParser parser = mapper.createParser(line, JSON_BEGINS, line.length - JSON_BEGINS)) {
            return said(head(parser));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private static JournalLine said(Map<String, String> head) {
        if (head.keySet().equals(Set.of("journal", "broker", "account"))) {
            return readOpened(head);
        }
        if (head.keySet().equals(Set.of("epoch"))) {
            return new JournalLine.Claimed(Long.parseLong(value(head, "epoch")));
        }
        if (head.keySet().equals(Set.of("epoch", "first", "count", FACTS))) {
            return new JournalLine.Added(
                    Long.parseLong(value(head, "epoch")),
                    Long.parseLong(value(head, "first")),
                    Integer.parseInt(value(head, "count")));
        }
        throw new IllegalArgumentException("a line of " + head.keySet() + " is not known");
    }

    private static String value(Map<String, String> head, String name) {
        return String.valueOf(head.get(name));
    }

    /** Reads what stands before the facts: whoever looks for the end of a file need not read them all. */
    private static Map<String, String> head(JsonParser parser) throws IOException {
        Map<String, String> head = new TreeMap<>();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean begins = parser.nextToken() == JsonToken.START_ARRAY;
            head.put(name, parser.getText());
            if (begins) {
                break;
            }
        }
        return head;
    }

    private static JournalLine readOpened(Map<String, String> head) {
        if (!value(head, "journal").equals(String.valueOf(VERSION))) {
            throw new IllegalArgumentException("version " + value(head, "journal") + " is not known");
        }
        return new JournalLine.Opened(TradingAccount.of(value(head, "broker"), value(head, "account")));
    }

    /**
     * {@return the facts of an intact line}
     *
     * @throws IllegalArgumentException when one of them is not known
     */
    List<GatewayFact> facts(byte[] line) {
        try {
            JsonNode array = mapper.readTree(line, JSON_BEGINS, line.length - JSON_BEGINS)
                    .required(FACTS);
            List<GatewayFact> facts = new ArrayList<>(array.size());
            array.forEach(node -> facts.add(GatewayJson.read(node)));
            return facts;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }
}
