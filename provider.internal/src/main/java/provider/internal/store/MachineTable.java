package provider.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/** The rows of machines and of their tags, on one connection. */
record MachineTable(Connection connection) {
    private static final String FACTS = Stream.of(Fact.values()).map(Fact::key).collect(Collectors.joining(", "));
    private static final String SELECT =
            "SELECT id, provider_id, version, created, modified, " + FACTS + " FROM internal_machine WHERE ";
    private static final String INSERT = "INSERT INTO internal_machine (" + FACTS
            + ", version, modified, id, provider_id, created) VALUES ("
            + String.join(", ", Collections.nCopies(Fact.values().length + 5, "?")) + ")";
    private static final String UPDATE = "UPDATE internal_machine SET "
            + Stream.of(Fact.values()).map(fact -> fact.key() + " = ?").collect(Collectors.joining(", "))
            + ", version = ?, modified = ? WHERE id = ? AND version = ?";

    long count(Selection.Condition condition) throws SQLException {
        try (PreparedStatement statement =
                        prepare("SELECT COUNT(*) FROM internal_machine WHERE " + condition.sql(), condition.values());
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** @param rest of the condition: order and limit */
    List<Machine> select(Selection.Condition condition, String rest) throws SQLException {
        Map<String, Machine> found = new LinkedHashMap<>();
        try (PreparedStatement statement = prepare(SELECT + condition.sql() + " " + rest, condition.values());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Machine machine = machine(rows);
                found.put(machine.id(), machine);
            }
        }
        return found.isEmpty() ? List.of() : withTags(found);
    }

    List<Machine> byId(String id) throws SQLException {
        return select(new Selection.Condition("id = ?", List.of(id)), "");
    }

    /** @return machines of the provider behind this id, in the order of their ids */
    List<Machine> after(UUID provider, String id, int most) throws SQLException {
        return select(
                new Selection.Condition("provider_id = ? AND id > ?", List.of(provider, id)),
                "ORDER BY id FETCH FIRST " + most + " ROWS ONLY");
    }

    /** @return other machines of the same provider that have one of its unique facts */
    List<Machine> rivals(Machine machine) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(machine.provider(), machine.id()));
        List<String> same = new ArrayList<>();
        Fact.UNIQUE.stream().filter(machine.facts()::containsKey).forEach(fact -> {
            same.add(fact.key() + " = ?");
            values.add(machine.get(fact));
        });
        return select(
                new Selection.Condition("provider_id = ? AND id <> ? AND (" + String.join(" OR ", same) + ")", values),
                "");
    }

    /** Neighbours of one kind are sent together; the order stays, since a name may go from one machine to another. */
    void store(List<Edit> edits) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement untag =
                        connection.prepareStatement("DELETE FROM internal_machine_tag WHERE machine_id = ?");
                PreparedStatement tag =
                        connection.prepareStatement("INSERT INTO internal_machine_tag VALUES (?, ?, ?)")) {
            Batch batch = new Batch(insert, update);
            for (Edit edit : edits) {
                batch.add(edit);
            }
            batch.send();
            for (Edit edit : edits) {
                if (!edit.isNew()) {
                    untag.setString(1, edit.after().id());
                    untag.addBatch();
                }
                for (Map.Entry<String, String> label : edit.after().tags().entrySet()) {
                    tag.setString(1, edit.after().id());
                    tag.setString(2, label.getKey());
                    tag.setString(3, label.getValue());
                    tag.addBatch();
                }
            }
            untag.executeBatch();
            tag.executeBatch();
        }
    }

    /** @return whether it was there in this version */
    boolean delete(Machine machine) throws SQLException {
        try (PreparedStatement statement = prepare(
                "DELETE FROM internal_machine WHERE id = ? AND version = ?",
                List.of(machine.id(), machine.version()))) {
            return statement.executeUpdate() == 1;
        }
    }

    static void bind(PreparedStatement statement, Edit edit) throws SQLException {
        Machine machine = edit.after();
        int column = 0;
        for (Fact fact : Fact.values()) {
            String value = machine.facts().get(fact);
            Object typed = value != null && fact.isNumber() ? Long.valueOf(value) : value;
            statement.setObject(++column, typed, fact.isNumber() ? Types.BIGINT : Types.VARCHAR);
        }
        statement.setLong(++column, machine.version());
        statement.setObject(++column, machine.modified().atOffset(ZoneOffset.UTC));
        statement.setString(++column, machine.id());
        if (edit.isNew()) {
            statement.setObject(++column, machine.provider());
            statement.setObject(++column, machine.created().atOffset(ZoneOffset.UTC));
        } else {
            statement.setLong(++column, edit.before().orElseThrow().version());
        }
    }

    private List<Machine> withTags(Map<String, Machine> machines) throws SQLException {
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        machines.keySet().forEach(id -> tags.put(id, new TreeMap<>()));
        String marks = String.join(", ", Collections.nCopies(machines.size(), "?"));
        try (PreparedStatement statement = prepare(
                        "SELECT machine_id, tag_key, tag_value FROM internal_machine_tag WHERE machine_id IN (" + marks
                                + ")",
                        List.copyOf(machines.keySet()));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tags.get(rows.getString(1)).put(rows.getString(2), rows.getString(3));
            }
        }
        return machines.values().stream()
                .map(machine -> new Machine(
                        machine.id(),
                        machine.provider(),
                        machine.version(),
                        machine.facts(),
                        tags.get(machine.id()),
                        machine.created(),
                        machine.modified()))
                .toList();
    }

    private static Machine machine(ResultSet row) throws SQLException {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            String value = row.getString(fact.key());
            if (value != null) {
                facts.put(fact, value);
            }
        }
        return new Machine(
                row.getString("id"),
                row.getObject("provider_id", UUID.class),
                row.getLong("version"),
                facts,
                Map.of(),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("modified", OffsetDateTime.class).toInstant());
    }

    private PreparedStatement prepare(String sql, List<?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
