package app.marquee.ops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a file is read, told beside the report: by a bar on a terminal, elsewhere by a plain line
 * at every tenth, or every 100 MB of a file whose size nobody knows.
 */
final class Progress extends FilterInputStream {
  private static final long KILOBYTE = 1 << 10;
  private static final long MEGABYTE = 1 << 20;
  private static final long SMALL = 10 * MEGABYTE;
  private static final int TENTHS = 10;
  private static final long STEP_OF_UNKNOWN = 100 * MEGABYTE;

  private final String name;
  private final long size;
  private final PrintWriter out;
  private long done;
  private long told;

  private Progress(InputStream in, String name, long size, PrintWriter out) {
    super(in);
    this.name = name;
    this.size = size;
    this.out = out;
  }

  /** The same bytes, watched. {@code size} is -1 if nobody knows it. */
  static InputStream watch(InputStream in, String name, long size, PrintWriter out) {
    return System.console() == null ? lines(in, name, size, out) : bar(in, name, size);
  }

  static InputStream lines(InputStream in, String name, long size, PrintWriter out) {
    return new Progress(in, name, size, out);
  }

  private static InputStream bar(InputStream in, String name, long size) {
    boolean small = size >= 0 && size < SMALL;
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(size)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(small ? " KB" : " MB", small ? KILOBYTE : MEGABYTE);
    return ProgressBar.wrap(in, bar);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int bytes) {
    done += bytes;
    long steps = size > 0 ? done * TENTHS / size : done / STEP_OF_UNKNOWN;
    if (steps > told) {
      told = steps;
      String far = size > 0 ? steps * 100 / TENTHS + " %" : done / MEGABYTE + " MB";
      out.println(name + ": " + far);
      out.flush();
    }
  }
}
