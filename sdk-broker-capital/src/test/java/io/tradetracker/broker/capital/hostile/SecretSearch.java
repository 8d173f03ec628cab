package io.tradetracker.broker.capital.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks for secrets in a text: whole, any eight characters of them, in base64, in URLs and in hexadecimal. */
final class SecretSearch {
    private static final int PART = 8;

    private final Map<String, String> nameByForm = new LinkedHashMap<>();

    SecretSearch(Map<String, String> secrets) {
        secrets.forEach(this::add);
    }

    private void add(String name, String secret) {
        put(secret, name);
        put(URLEncoder.encode(secret, StandardCharsets.UTF_8), name + " in a URL");
        put(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)), name + " in hexadecimal");
        for (int from = 0; from + PART <= secret.length(); from++) {
            put(secret.substring(from, from + PART), "a part of " + name);
        }
        for (String form : base64(secret)) {
            put(form, name + " in base64");
        }
    }

    /** Where a secret begins in a longer text shifts its base64 in three ways; the ends depend on what is around. */
    private static List<String> base64(String secret) {
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = ("x".repeat(shift) + secret + "xxx").getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String text = encoder.encodeToString(shifted);
                for (int from = 4; from + 12 <= text.length() - 8; from++) {
                    forms.add(text.substring(from, from + 12));
                }
            }
        }
        return forms;
    }

    private void put(String form, String name) {
        nameByForm.putIfAbsent(form, name);
    }

    /** The names, and not the values, of what a text shows. */
    TreeSet<String> find(String text) {
        TreeSet<String> found = new TreeSet<>();
        nameByForm.forEach((form, name) -> {
            if (text.contains(form)) {
                found.add(name);
            }
        });
        return found;
    }
}
