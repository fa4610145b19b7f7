package app.marquee.proposals.posters;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as hosts send them, made on the spot. */
final class TestPictures {
  private static final int PNG_WIDTH_AT = 16;
  private static final int PNG_HEADER_AT = 12;
  private static final int PNG_HEADER_LENGTH = 17;

  private TestPictures() {}

  static byte[] jpeg(int width, int height) {
    return encode("jpg", painted(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] png(int width, int height) {
    return encode("png", painted(width, height, BufferedImage.TYPE_INT_RGB));
  }

  /** Hardly to be made smaller. */
  static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return encode("jpg", image);
  }

  /** Nothing on it: all of it is transparent. */
  static byte[] transparentPng(int width, int height) {
    return encode("png", new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  /** One bit per pixel, all alike: some kilobytes that inflate to any size. */
  static byte[] inflatingPng(int width, int height) {
    return encode("png", new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY));
  }

  /** A small picture that says it is another size. */
  static byte[] lyingPng(int width, int height) {
    byte[] bytes = png(40, 60);
    ByteBuffer file = ByteBuffer.wrap(bytes);
    file.putInt(PNG_WIDTH_AT, width).putInt(PNG_WIDTH_AT + 4, height);
    CRC32 sum = new CRC32();
    sum.update(bytes, PNG_HEADER_AT, PNG_HEADER_LENGTH);
    file.putInt(PNG_HEADER_AT + PNG_HEADER_LENGTH, (int) sum.getValue());
    return bytes;
  }

  /** All red, lossless: five codes of one symbol each, so that no pixel takes a bit. */
  static byte[] webp(int width, int height) {
    Bits bits = new Bits();
    bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14);
    // No alpha, version 0, no transform, no colour cache, no codes by region.
    bits.put(0, 1).put(0, 3).put(0, 1).put(0, 1).put(0, 1);
    for (int symbol : new int[] {0, 255, 0, 255}) {
      bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }
    bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
    // Decoders read ahead.
    byte[] pixels = Arrays.copyOf(bits.bytes(), 64);
    return ByteBuffer.allocate(20 + pixels.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(12 + pixels.length)
        .put(ascii("WEBPVP8L"))
        .putInt(pixels.length)
        .put(pixels)
        .array();
  }

  /** With a comment behind the first two bytes of a JPEG. */
  static byte[] withComment(byte[] jpeg, String comment) {
    return ByteBuffer.allocate(jpeg.length + 4 + comment.length())
        .put(jpeg, 0, 2)
        .putShort((short) 0xfffe)
        .putShort((short) (2 + comment.length()))
        .put(ascii(comment))
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static BufferedImage painted(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return image;
  }

  private static byte[] encode(String format, BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Least significant bit first. */
  private static final class Bits {
    private final BitSet set = new BitSet();
    private int length;

    Bits put(int value, int bits) {
      for (int bit = 0; bit < bits; bit++) {
        set.set(length++, (value >> bit & 1) == 1);
      }
      return this;
    }

    byte[] bytes() {
      return Arrays.copyOf(set.toByteArray(), (length + 7) / 8);
    }
  }
}
