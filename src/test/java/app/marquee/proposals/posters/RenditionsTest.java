package app.marquee.proposals.posters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenditionsTest {
  private static final int MAX_PIXELS = 25_000_000;
  private static final String LOSSY_WEBP =
      "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("JPEG", TestPictures.jpeg(1000, 1500)),
        Arguments.of("PNG", TestPictures.png(1000, 1500)),
        Arguments.of("WebP", TestPictures.webp(1000, 1500)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void eachFormatBecomesAJpegOfEachSize(String format, byte[] bytes) {
    Map<PosterSize, Picture> made = Renditions.of(bytes, MAX_PIXELS);

    assertThat(made.values())
        .extracting(Picture::width, Picture::height)
        .containsExactly(tuple(154, 231), tuple(342, 513), tuple(780, 1170));
    for (Picture picture : made.values()) {
      assertThat(PictureFormat.of(picture.bytes())).contains(PictureFormat.JPEG);
      BufferedImage image = TestPictures.read(picture.bytes());
      assertThat(image.getWidth()).isEqualTo(picture.width());
      assertThat(image.getHeight()).isEqualTo(picture.height());
      assertThat(new Color(image.getRGB(1, 1)).getRed()).isGreaterThan(230);
    }
  }

  /** One pixel, so no poster; but of the kind that loses something, as nearly all are. */
  @Test
  void theLossyKindOfWebpIsReadToo() throws IOException {
    byte[] dot = Base64.getDecoder().decode(LOSSY_WEBP);
    ImageReader reader = PictureFormat.of(dot).orElseThrow().reader();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(dot)), true, true);

    assertThat(PictureFormat.of(dot)).contains(PictureFormat.WEBP);
    assertThat(reader.read(0).getWidth()).isEqualTo(1);
  }

  @Test
  void aSmallPictureIsNeverEnlarged() {
    assertThat(Renditions.of(TestPictures.jpeg(200, 300), MAX_PIXELS).values())
        .extracting(Picture::width)
        .containsExactly(154, 200, 200);
  }

  @Test
  void aPictureOfAsManyPixelsAsAllowedIsTaken() {
    Map<PosterSize, Picture> made =
        Renditions.of(TestPictures.inflatingPng(5_000, 5_000), MAX_PIXELS);

    assertThat(made.get(PosterSize.FULL).width()).isEqualTo(780);
  }

  @Test
  void whatIsTransparentIsWhite() {
    Picture made =
        Renditions.of(TestPictures.transparentPng(400, 600), MAX_PIXELS).get(PosterSize.CARD);

    assertThat(new Color(TestPictures.read(made.bytes()).getRGB(9, 9))).isEqualTo(Color.WHITE);
  }

  @Test
  void nothingButPixelsIsLeft() {
    byte[] commented = TestPictures.withComment(TestPictures.jpeg(400, 600), "<script>");

    for (Picture made : Renditions.of(commented, MAX_PIXELS).values()) {
      assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("<script>", "Exif");
    }
  }

  @Test
  void equalPicturesHaveEqualTagsAndEachSizeItsOwn() {
    byte[] bytes = TestPictures.png(100, 150);

    assertThat(Renditions.of(bytes, MAX_PIXELS).values())
        .extracting(Picture::etag)
        .doesNotHaveDuplicates()
        .isEqualTo(Renditions.of(bytes, MAX_PIXELS).values().stream().map(Picture::etag).toList())
        .allMatch(tag -> tag.matches("\"[0-9a-f]{64}-(thumb|card|full)\""));
  }

  /** Noise behind any beginning is refused, never a defect. */
  @Property(tries = 300)
  void noiseIsRefused(@ForAll Beginning beginning, @ForAll @Size(max = 400) byte[] noise) {
    byte[] whole = beginning.with(noise);

    try {
      Renditions.of(whole, MAX_PIXELS);
    } catch (NoPoster e) {
      assertThat(e.state()).isEqualTo(NoPoster.State.REFUSED);
    }
  }

  enum Beginning {
    JPEG(TestPictures.jpeg(40, 60)),
    PNG(TestPictures.png(40, 60)),
    WEBP(TestPictures.webp(40, 60));

    private final byte[] picture;

    Beginning(byte[] picture) {
      this.picture = picture;
    }

    /** The picture with noise in its midst. */
    byte[] with(byte[] noise) {
      byte[] whole = picture.clone();
      int at = picture.length / 3;
      System.arraycopy(noise, 0, whole, at, Math.min(noise.length, whole.length - at - 12));
      return whole;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceholderIsDrawnForEachSize(PosterSize size) {
    Picture drawn = new Placeholders().of(size);

    BufferedImage image = TestPictures.read(drawn.bytes());
    assertThat(image.getWidth()).isEqualTo(size.width());
    assertThat(image.getHeight()).isEqualTo(size.height());
    assertThat(image.getRGB(size.width() / 2, size.height() / 2)).isNotEqualTo(image.getRGB(1, 1));
    assertThat(drawn.etag()).isEqualTo(new Placeholders().of(size).etag());
  }
}
