package io.tradetracker.samples.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The one third-party script of the page, straight from its jar; compressed once, at the start. */
@SuppressWarnings("ArrayRecordComponent")
final class VendorFiles {
    private static final String JAR_FOLDER = "/META-INF/resources/_static";
    private static final String ECHARTS = "/echarts/6.0.0/dist/echarts.esm.min.js";

    private final byte[] plain = read(JAR_FOLDER + ECHARTS);
    private final byte[] compressed = compress(plain);

    void register(RoutesConfig routes) {
        routes.get("/vendor" + ECHARTS, this::serve);
    }

    private void serve(Context ctx) {
        boolean gzip = String.valueOf(ctx.header("Accept-Encoding")).contains("gzip");
        ctx.contentType("text/javascript")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding");
        if (gzip) {
            ctx.disableCompression();
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.result(gzip ? compressed : plain);
    }

    private static byte[] read(String name) {
        try (InputStream in = VendorFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(name, failed);
        }
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("in memory", failed);
        }
        return out.toByteArray();
    }
}
