package app.marquee.demo;

import static app.marquee.demo.DemoFilm.SEED;
import static app.marquee.demo.Dice.roll;

import java.util.Map;

/** A fictional person of films: a craft, a talent and the years of a career. */
record DemoPerson(int number, Craft craft) {
  private static final String[] FIRST =
      """
      Alma Anton Bela Bruno Carla Cosima Dario Edda Elio Esme Fenja Gaspard Hedda Hugo Ilse Ivo Jorun Juno Kaspar
      Lenka Livia Magnus Mara Milo Nadia Nestor Odile Oskar Petra Rafe Ronja Saskia Silas Tamsin Teodor Una Vera
      Vito Wanda Yorick
      """
          .strip()
          .split("\\s+");
  private static final String[] LAST =
      """
      Alderquist Birchwane Brambleforth Cindermore Copperlake Dovetarn Elmsworthy Emberdale Farrowgate Feathermoor
      Flintlock-Hay Gorsewick Greyhollow Hazelbrand Heronsgill Ivoryside Jackdawson Kindleman Lanternby Larchwell
      Loamfield Marrowick Mistlegrove Nightgale Oakenshire Otterbourne-Lund Peppercote Pinemarsh Quillfeather
      Rookhurst Rushlight Sorrelby Starlingham Tallowmere Thistlequist Umberline Wickerstone Windlesea Woolsgrave
      Yewminster
      """
          .strip()
          .split("\\s+");

  private static final int FIRST_DEBUT = 1900;
  private static final int DEBUTS = 122;

  /** What somebody is credited with. */
  enum Craft {
    DIRECTOR("crew", "Directing", "Director"),
    WRITER("crew", "Writing", "Writer"),
    ACTOR("cast", "Acting", null);

    final String creditType;
    final String department;
    final String job;

    Craft(String creditType, String department, String job) {
      this.creditType = creditType;
      this.department = department;
      this.job = job;
    }
  }

  String key() {
    return "demo-person-%04d".formatted(number);
  }

  /** No two of the first sixteen hundred have the same. */
  String name() {
    int first = number % FIRST.length;
    int last = (number / FIRST.length + first * 7) % LAST.length;
    return FIRST[first] + " " + LAST[last] + DemoFilm.LABEL;
  }

  /** 0 … 999, as the quality of films. */
  int talent() {
    return (roll(1000, SEED, number, FilmQuestion.TALENT_FIRST)
            + roll(1000, SEED, number, FilmQuestion.TALENT_SECOND))
        / 2;
  }

  boolean worksIn(int year) {
    int debut = FIRST_DEBUT + (int) (number * 7919L % DEBUTS);
    return year >= debut && year < debut + 20 + roll(20, SEED, number, FilmQuestion.CAREER);
  }

  /** A line of the import of people. */
  Map<String, String> facts() {
    return Map.of("person_id", key(), "name", name());
  }
}
