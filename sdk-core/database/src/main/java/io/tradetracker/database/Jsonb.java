package io.tradetracker.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.json.JsonMappers;
import java.sql.SQLException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Writes and reads values of {@code jsonb} columns with the SDK's strict mapper. Safe for use by several threads.
 *
 * <pre>{@code
 * handle.createUpdate("insert into note (doc) values (:doc)").bind("doc", jsonb.argument(note)).execute();
 * handle.createQuery("select doc from note").map(jsonb.column(Note.class)).list();
 * }</pre>
 */
public final class Jsonb {
    private final JsonMapper mapper;

    /** Makes one with the strict mapper. */
    public Jsonb() {
        this(JsonMappers.strict());
    }

    /** Makes one with a mapper that also knows a module's own types. */
    public Jsonb(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * {@return an argument for a jsonb parameter; SQL NULL for null}
     *
     * @throws TradeTrackerException BAD_JSON when the value cannot be written
     */
    public Argument argument(@Nullable Object value) {
        String text = value == null ? null : write(value);
        return (position, statement, context) -> statement.setObject(position, object(text));
    }

    /**
     * {@return a mapper of a jsonb column; SQL NULL becomes null}
     *
     * @throws TradeTrackerException BAD_JSON, while reading, when the stored value is not of that type
     */
    public <T> ColumnMapper<T> column(Class<T> type) {
        return (row, column, context) -> read(row.getString(column), type);
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException failed) {
            throw fault("a " + value.getClass().getSimpleName() + " cannot be written as JSON", failed);
        }
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : mapper.readValue(text, type);
        } catch (JsonProcessingException failed) {
            throw fault("stored JSON is no " + type.getSimpleName(), failed);
        }
    }

    private static PGobject object(@Nullable String text) throws SQLException {
        PGobject object = new PGobject();
        object.setType("jsonb");
        object.setValue(text);
        return object;
    }

    private static TradeTrackerException fault(String what, JsonProcessingException failed) {
        return new TradeTrackerException(DatabaseError.BAD_JSON, what + ": " + failed.getOriginalMessage(), failed);
    }
}
