package dev.dateline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Processor time that this process and a child of it have used: unlike the clock on the wall, it
 * says the same on a busy machine.
 *
 * <p>Thread-safe.
 */
final class CpuTime {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuTime() {}

  /** Returns what this process has used so far, in nanoseconds. */
  static long ownNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /**
   * Returns what this process and another have used so far, in nanoseconds; 0 for one that is gone.
   */
  static long nanosWith(long processId) {
    return ownNanos()
        + ProcessHandle.of(processId)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toNanos();
  }
}
