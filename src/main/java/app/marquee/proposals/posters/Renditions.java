package app.marquee.proposals.posters;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes of the bytes somebody sent the pictures we serve: JPEG of each size, never enlarged,
 * nothing in them but pixels.
 *
 * <p>Errors: {@link NoPoster} for another format, one that breaks off, too many pixels (known
 * before any is decoded), sides no poster has, and what a decoder does not take.
 */
final class Renditions {
  private static final double QUALITY = 0.85;
  private static final int SHORTEST_SIDE = 16;
  private static final int LARGEST_RATIO = 8;

  private Renditions() {}

  static Map<PosterSize, Picture> of(byte[] bytes, int maxPixels) {
    PictureFormat format =
        PictureFormat.of(bytes)
            .orElseThrow(() -> NoPoster.refused("the bytes are neither JPEG, PNG nor WebP"));
    if (!format.ends(bytes)) {
      throw NoPoster.refused("the picture breaks off");
    }
    if (format.isLaborious(bytes)) {
      throw NoPoster.refused("the picture is made to take long");
    }
    BufferedImage image = decode(format, bytes, maxPixels);
    Map<PosterSize, Picture> renditions = new EnumMap<>(PosterSize.class);
    try {
      for (PosterSize size : PosterSize.values()) {
        renditions.put(size, render(image, size));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return renditions;
  }

  // Of hostile bytes decoders say whatever comes to their mind, index errors included.
  private static BufferedImage decode(PictureFormat format, byte[] bytes, int maxPixels) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = format.reader();
      try {
        // Texts and profiles, which inflate to any length, are passed over.
        reader.setInput(in, true, true);
        return flat(reader.read(0, coarse(reader, format, maxPixels)));
      } finally {
        reader.dispose();
      }
    } catch (NoPoster e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw NoPoster.refused("the picture cannot be decoded: " + e);
    }
  }

  /** Reads only every n-th pixel of a picture several times as wide as any we make. */
  private static ImageReadParam coarse(ImageReader reader, PictureFormat format, int maxPixels)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    refuse(width, height, maxPixels);
    ImageReadParam param = reader.getDefaultReadParam();
    int step = Math.max(1, Math.min(width, height) / (2 * PosterSize.FULL.width()));
    if (format != PictureFormat.WEBP) {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    return param;
  }

  private static void refuse(int width, int height, int maxPixels) {
    if ((long) width * height > maxPixels) {
      throw NoPoster.refused("too many pixels: " + width + " × " + height);
    }
    int shorter = Math.min(width, height);
    if (shorter < SHORTEST_SIDE || Math.max(width, height) / shorter >= LARGEST_RATIO) {
      throw NoPoster.refused("no poster has these sides: " + width + " × " + height);
    }
  }

  /** On white where it is transparent: JPEG is not. */
  private static BufferedImage flat(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = flat.createGraphics();
    canvas.drawImage(image, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return flat;
  }

  private static Picture render(BufferedImage image, PosterSize size) throws IOException {
    double scale = Math.min(1, (double) size.width() / image.getWidth());
    BufferedImage scaled =
        Thumbnails.of(image)
            .size(pixels(image.getWidth(), scale), pixels(image.getHeight(), scale))
            .keepAspectRatio(false)
            .imageType(BufferedImage.TYPE_INT_RGB)
            .asBufferedImage();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thumbnails.of(scaled).scale(1).outputQuality(QUALITY).outputFormat("jpg").toOutputStream(out);
    return Picture.of(size, Picture.JPEG, scaled.getWidth(), scaled.getHeight(), out.toByteArray());
  }

  private static int pixels(int side, double scale) {
    return (int) Math.max(1, Math.round(side * scale));
  }
}
