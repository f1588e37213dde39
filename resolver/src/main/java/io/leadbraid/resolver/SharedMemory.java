package io.leadbraid.resolver;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the native memory of all stores of the process. Each store would else take up to 98 MiB for itself, and
 * there are six to a partition.
 */
public final class SharedMemory implements RocksDBConfigSetter {

    private static final long BYTES = 96L << 20;
    private static final long WRITE_BUFFERS = 48L << 20;
    private static final Cache CACHE;
    private static final WriteBufferManager BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(BYTES);
        BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setWriteBufferManager(BUFFERS);
        options.setTableFormatConfig(table);
    }

    /** The cache belongs to all stores: none of them closes it. */
    @Override
    public void close(String store, Options options) {}
}
