package inventory.core.store.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.core.reconcile.JsonText;
import inventory.core.store.Database;
import inventory.core.store.Json;
import inventory.core.store.PooledDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written in bulk reads back the same, whatever stands in it. */
abstract class BulkWriterContract {
    private static final List<String> COLUMNS = List.of("u", "t", "j", "i", "b", "r", "z", "n");
    private static final BulkTable TABLE = new BulkTable("odd", COLUMNS, Set.of("j"));
    private static final String ODD =
            "\\N\\.\t\n\r\b\f\u0001\u001f\"'`,;{}[]()|&<>%_ \u007f\u0085é€\u2028\uFFFD\uFEFFابج漢字";

    abstract PooledDatabase newDatabase();

    private record Row(UUID u, String t, Object j, Integer i, Long b, double r, Instant z, int n) {}

    @Test
    void readsBackWhatItWrote() {
        long seed = new Random().nextLong();
        for (long each : new long[] {1, 2, seed}) {
            try (PooledDatabase database = newDatabase()) {
                List<Row> rows = rows(new Random(each), 2500);
                create(database);
                insert(database, rows);
                assertEquals(rows, read(database), "seed " + each);
                List<Row> others = rows(new Random(each + 1), 2500);
                update(database, others);
                assertEquals(others, read(database), "seed " + each + ", updated");
            }
        }
    }

    private static List<Row> rows(Random dice, int count) {
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            rows.add(new Row(
                    dice.nextInt(9) == 0 ? null : new UUID(dice.nextLong(), dice.nextLong()),
                    dice.nextInt(9) == 0 ? null : text(dice),
                    dice.nextInt(9) == 0 ? null : json(dice, 3),
                    dice.nextInt(9) == 0 ? null : (Integer) dice.nextInt(),
                    dice.nextInt(9) == 0 ? null : (Long) dice.nextLong(),
                    dice.nextGaussian() * Math.pow(10, dice.nextInt(200) - 100),
                    dice.nextInt(9) == 0 ? null : time(dice),
                    n));
        }
        return rows;
    }

    private static String text(Random dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(60); i > 0; i--) {
            if (dice.nextInt(4) == 0) {
                text.appendCodePoint(0x10000 + dice.nextInt(0xFFFFF));
            } else if (dice.nextBoolean()) {
                text.append(ODD.charAt(dice.nextInt(ODD.length())));
            } else {
                text.append((char) (' ' + dice.nextInt(94)));
            }
        }
        return text.toString();
    }

    private static Object json(Random dice, int depth) {
        return switch (depth == 0 ? dice.nextInt(3) : dice.nextInt(5)) {
            case 0 -> text(dice);
            case 1 -> dice.nextLong();
            case 2 -> dice.nextBoolean();
            case 3 -> List.of(json(dice, depth - 1), json(dice, depth - 1));
            default -> new LinkedHashMap<>(Map.of("k" + text(dice), json(dice, depth - 1)));
        };
    }

    private static Instant time(Random dice) {
        long second = -62_135_596_800L + (long) (dice.nextDouble() * 315_000_000_000L);
        return Instant.ofEpochSecond(second, dice.nextInt(1_000_000) * 1000L);
    }

    private static void create(Database database) {
        String json = database.dialect().placeholders().get("json");
        String text = database.dialect().placeholders().get("text");
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("CREATE TABLE odd (u UUID, t " + text + ", j " + json
                        + ", i INTEGER, b BIGINT, r DOUBLE PRECISION, z TIMESTAMP(6) WITH TIME ZONE, n INTEGER)");
            }
        });
    }

    private static void insert(Database database, List<Row> rows) {
        database.write(connection -> {
            try (BulkWriter writer = database.dialect().insert(connection, TABLE)) {
                write(writer, rows);
            }
            return null;
        });
    }

    private static void update(Database database, List<Row> rows) {
        database.write(connection -> {
            try (BulkWriter writer = database.dialect().update(connection, TABLE)) {
                write(writer, rows);
            }
            return null;
        });
    }

    private static void write(BulkWriter writer, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            writer.uuid(row.u())
                    .text(row.t())
                    .json(row.j() == null ? null : JsonText.stored(row.j()))
                    .integer(row.i())
                    .bigint(row.b())
                    .real(row.r())
                    .time(row.z())
                    .integer(row.n())
                    .endRow();
        }
        writer.finish();
    }

    private static List<Row> read(Database database) {
        return database.read(connection -> {
            List<Row> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM odd ORDER BY n");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String json = rows.getString(3);
                    OffsetDateTime time = rows.getObject(7, OffsetDateTime.class);
                    all.add(new Row(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            json == null ? null : whole(Json.value(json)),
                            (Integer) rows.getObject(4),
                            (Long) rows.getObject(5),
                            rows.getDouble(6),
                            time == null ? null : time.toInstant(),
                            rows.getInt(8)));
                }
            }
            return all;
        });
    }

    /** Jackson reads small whole numbers as they come; here all are longs. */
    private static Object whole(Object json) {
        return json instanceof Integer small ? Long.valueOf(small) : json;
    }
}
