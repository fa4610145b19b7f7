package app.marquee.proposals.posters;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The formats a poster may come in, told by their first bytes and by nothing that was said of them.
 *
 * <p>Each has an end: a picture that breaks off is none, though some decoders make one of it.
 */
enum PictureFormat {
  JPEG("jpeg") {
    @Override
    boolean starts(byte[] bytes) {
      return at(bytes, 0, JPEG_START);
    }

    @Override
    boolean ends(byte[] bytes) {
      return endsNear(bytes, JPEG_END);
    }

    @Override
    boolean isLaborious(byte[] bytes) {
      int scans = 0;
      for (int i = 0; i < bytes.length - 1; i++) {
        scans += at(bytes, i, JPEG_SCAN) ? 1 : 0;
      }
      return scans > MOST_SCANS;
    }
  },
  PNG("png") {
    @Override
    boolean starts(byte[] bytes) {
      return at(bytes, 0, PNG_START);
    }

    @Override
    boolean ends(byte[] bytes) {
      return endsNear(bytes, ascii("IEND"));
    }
  },
  WEBP("webp") {
    @Override
    boolean starts(byte[] bytes) {
      return at(bytes, 0, ascii("RIFF")) && at(bytes, WEBP_NAME_AT, ascii("WEBP"));
    }

    @Override
    boolean ends(byte[] bytes) {
      long told = 0;
      for (int i = WEBP_LENGTH_AT + 3; i >= WEBP_LENGTH_AT; i--) {
        told = told << 8 | bytes[i] & 0xff;
      }
      return told + WEBP_NAME_AT <= bytes.length;
    }

    @Override
    ImageReader reader() throws IOException {
      // Not by ImageIO's registry, which does not look where an application's libraries are.
      return new WebPImageReaderSpi().createReaderInstance();
    }
  };

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};
  private static final byte[] JPEG_SCAN = {(byte) 0xff, (byte) 0xda};

  /** Progressive pictures have some ten; each goes over all pixels. */
  private static final int MOST_SCANS = 64;

  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int WEBP_LENGTH_AT = 4;
  private static final int WEBP_NAME_AT = 8;

  /** What cameras and editors may leave behind the end. */
  private static final int TRAILER = 1024;

  private final String word;

  PictureFormat(String word) {
    this.word = word;
  }

  abstract boolean starts(byte[] bytes);

  /** Of bytes that start so: whether they are all there. */
  abstract boolean ends(byte[] bytes);

  /** Of bytes that are all there: whether decoding takes longer than their size lets expect. */
  boolean isLaborious(byte[] bytes) {
    return false;
  }

  ImageReader reader() throws IOException {
    return ImageIO.getImageReadersByFormatName(word).next();
  }

  static Optional<PictureFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.starts(bytes)).findFirst();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean at(byte[] bytes, int offset, byte[] wanted) {
    return bytes.length >= offset + wanted.length
        && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
  }

  private static boolean endsNear(byte[] bytes, byte[] end) {
    for (int i = bytes.length - end.length; i >= Math.max(0, bytes.length - TRAILER); i--) {
      if (at(bytes, i, end)) {
        return true;
      }
    }
    return false;
  }
}
