package app.marquee.proposals.posters;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** What stands in for a poster that is not there: a reel of film, drawn once without any letter. */
final class Placeholders {
  private static final Color WALL = new Color(0x2b2d33);
  private static final Color REEL = new Color(0x565a64);
  private static final int HOLES = 5;

  private final Map<PosterSize, Picture> pictures = new EnumMap<>(PosterSize.class);

  Placeholders() {
    for (PosterSize size : PosterSize.values()) {
      pictures.put(size, draw(size));
    }
  }

  Picture of(PosterSize size) {
    return pictures.get(size);
  }

  private static Picture draw(PosterSize size) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setColor(WALL);
    canvas.fill(new Rectangle2D.Double(0, 0, size.width(), size.height()));
    canvas.setColor(REEL);
    reel(canvas, size.width() / 2.0, size.height() / 2.0, size.width() / 4.0);
    canvas.dispose();
    return Picture.of(size, Picture.PNG, size.width(), size.height(), png(image));
  }

  private static void reel(Graphics2D canvas, double x, double y, double radius) {
    canvas.setStroke(new BasicStroke((float) (radius / 8)));
    canvas.draw(circle(x, y, radius));
    canvas.fill(circle(x, y, radius / 8));
    for (int hole = 0; hole < HOLES; hole++) {
      double angle = 2 * Math.PI * hole / HOLES - Math.PI / 2;
      canvas.fill(
          circle(
              x + Math.cos(angle) * radius * 0.55,
              y + Math.sin(angle) * radius * 0.55,
              radius * 0.22));
    }
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
