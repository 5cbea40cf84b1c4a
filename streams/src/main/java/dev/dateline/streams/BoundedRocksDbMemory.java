package dev.dateline.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps the native memory of all state stores of a process within one bound.
 *
 * <p>Each store and each segment of a windowed store is a RocksDB of its own with, by default, 50
 * MiB of cache and 48 MiB of write buffers. After the recipe "memory management" of Kafka Streams'
 * documentation. Thread-safe.
 */
public final class BoundedRocksDbMemory implements RocksDBConfigSetter {

  private static final long MEBIBYTE = 1024L * 1024L;
  private static final long TOTAL_BYTES = 128 * MEBIBYTE;
  private static final long WRITE_BUFFER_BYTES = 48 * MEBIBYTE;
  private static final long ONE_WRITE_BUFFER_BYTES = 4 * MEBIBYTE;
  private static final int SHARD_BITS_BY_SIZE = -1;
  private static final double INDEX_SHARE = 0.1;

  static {
    RocksDB.loadLibrary();
  }

  // Shared by every store of the process, and so never closed.
  private static final Cache CACHE =
      new LRUCache(TOTAL_BYTES, SHARD_BITS_BY_SIZE, false, INDEX_SHARE);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(ONE_WRITE_BUFFER_BYTES);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the write buffers belong to the process.
  }
}
