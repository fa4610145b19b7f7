package app.marquee.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far work in steps has come, told beside its report: by a bar on a terminal, elsewhere by a
 * plain line at every tenth.
 */
public final class StepProgress implements AutoCloseable {
  private static final int TENTHS = 10;

  private final String unit;
  private final PrintWriter out;
  private final boolean terminal;
  private ProgressBar bar;
  private long told;

  private StepProgress(String unit, PrintWriter out, boolean terminal) {
    this.unit = unit;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * @param unit what the steps are, in the plural, such as {@code keys}
   */
  public static StepProgress of(String unit, PrintWriter out) {
    return new StepProgress(unit, out, System.console() != null);
  }

  /** Work that is not as long as was thought may change the total on its way. */
  public synchronized void to(long done, long total) {
    if (terminal) {
      bar(total).stepTo(done);
      return;
    }
    long tenths = total == 0 ? 0 : done * TENTHS / total;
    if (tenths > told) {
      told = tenths;
      out.printf("%d of %d %s%n", done, total, unit);
      out.flush();
    }
  }

  private ProgressBar bar(long total) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(unit)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
    return bar.maxHint(total);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
