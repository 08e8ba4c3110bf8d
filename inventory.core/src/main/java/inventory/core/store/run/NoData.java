package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** Tasks carry nothing but their name, so nothing is ever serialized. */
record NoData() implements Serializer {
    @Override
    public byte[] serialize(Object data) {
        if (data != null) {
            throw new IllegalArgumentException("Tasks carry no data");
        }
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        return null;
    }
}
