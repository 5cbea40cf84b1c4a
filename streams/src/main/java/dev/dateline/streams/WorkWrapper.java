package dev.dateline.streams;

import java.util.Set;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Has every processor of a topology note its work in its thread's {@link OpenWork}. */
public final class WorkWrapper implements ProcessorWrapper {

  @Override
  public <K, V, L, W> WrappedProcessorSupplier<K, V, L, W> wrapProcessorSupplier(
      String name, ProcessorSupplier<K, V, L, W> supplier) {
    return new WrappedProcessorSupplier<>() {
      @Override
      public Processor<K, V, L, W> get() {
        return new Noting<>(supplier.get());
      }

      @Override
      public @Nullable Set<StoreBuilder<?>> stores() {
        return supplier.stores();
      }
    };
  }

  @Override
  public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
      String name, FixedKeyProcessorSupplier<K, V, W> supplier) {
    return new WrappedFixedKeyProcessorSupplier<>() {
      @Override
      public FixedKeyProcessor<K, V, W> get() {
        return new NotingFixedKey<>(supplier.get());
      }

      @Override
      public @Nullable Set<StoreBuilder<?>> stores() {
        return supplier.stores();
      }
    };
  }

  private static final class Noting<K, V, L, W> implements Processor<K, V, L, W> {
    private final Processor<K, V, L, W> processor;
    private @Nullable ProcessorContext<L, W> context;

    Noting(Processor<K, V, L, W> processor) {
      this.processor = processor;
    }

    @Override
    public void init(ProcessorContext<L, W> given) {
      context = given;
      processor.init(given);
    }

    @Override
    public void process(Record<K, V> entry) {
      processor.process(entry);
      if (context != null) {
        OpenWork.ofThisThread().processed(context);
      }
    }

    @Override
    public void close() {
      processor.close();
    }
  }

  private static final class NotingFixedKey<K, V, W> implements FixedKeyProcessor<K, V, W> {
    private final FixedKeyProcessor<K, V, W> processor;
    private @Nullable FixedKeyProcessorContext<K, W> context;

    NotingFixedKey(FixedKeyProcessor<K, V, W> processor) {
      this.processor = processor;
    }

    @Override
    public void init(FixedKeyProcessorContext<K, W> given) {
      context = given;
      processor.init(given);
    }

    @Override
    public void process(FixedKeyRecord<K, V> entry) {
      processor.process(entry);
      if (context != null) {
        OpenWork.ofThisThread().processed(context);
      }
    }

    @Override
    public void close() {
      processor.close();
    }
  }
}
