package io.github.hldls.calculation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units and scales that designs are written in, as data. */
final class Units {
  private Units() {}

  // Sizes in bytes, seconds or money; a month has 30 days, a year 365.
  private static final String TIMES =
      """
      0.000000001 ns nanosecond nanoseconds
      0.000001 us µs μs microsecond microseconds
      0.001 ms msec millisecond milliseconds
      1 s sec secs second seconds
      60 min mins minute minutes
      3600 h hr hrs hour hours
      86400 d day days
      604800 wk week weeks
      2592000 mo mos month months
      7776000 quarter quarters
      31536000 y yr yrs year years
      """;

  private static final String MONEY =
      """
      1 usd USD dollar dollars eur EUR euro euros gbp GBP INR inr
      0.01 cent cents ¢
      """;

  private static final String RATES = "qps tps rps iops ops/s opm pps eps wps cps rpm qpm tpm";

  private static final String SCALES =
      """
      12 dozen
      100 hundred
      1000 K k thousand thousands
      100000 lakh lakhs lac
      1000000 M Mio mio mn Mn mil million millions MM
      10000000 crore crores Cr cr
      1000000000 G B Mrd bn Bn BN bil billion billions
      1000000000000 T tn Tn trillion trillions
      1000000000000000 quadrillion
      """;

  private static final BigDecimal BIT = new BigDecimal("0.125");
  private static final BigDecimal BYTE_IN_BITS = new BigDecimal(8);
  private static final Map<String, Unit> UNITS = new HashMap<>();
  private static final Map<String, BigDecimal> SCALE_WORDS = new HashMap<>();

  static {
    readTable(TIMES, new Dimension(0, 1, 0));
    readTable(MONEY, new Dimension(0, 0, 1));
    for (String line : SCALES.lines().toList()) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        SCALE_WORDS.put(words[i], new BigDecimal(words[0]));
      }
    }
    for (String rate : RATES.split(" ", -1)) {
      BigDecimal period = new BigDecimal(rate.endsWith("m") ? 60 : 1);
      BigDecimal size = BigDecimal.ONE.divide(period, Quantity.PRECISION);
      UNITS.put(rate, new Unit(size, size, BigDecimal.ONE, new Dimension(0, -1, 0)));
    }
    addDataUnits();
  }

  private static void readTable(String table, Dimension dimension) {
    for (String line : table.lines().toList()) {
      String[] words = line.split(" ", -1);
      BigDecimal size = new BigDecimal(words[0]);
      for (int i = 1; i < words.length; i++) {
        UNITS.put(words[i], new Unit(size, size, BigDecimal.ONE, dimension));
      }
    }
  }

  private static void addDataUnits() {
    String[] names = {"", "kilo", "mega", "giga", "tera", "peta", "exa", "zetta"};
    String letters = " KMGTPEZ";
    for (int power = 0; power < names.length; power++) {
      BigDecimal size = new BigDecimal(1000).pow(power);
      BigDecimal binary = new BigDecimal(1024).pow(power);
      String letter = letters.substring(power, power + 1).trim();
      String low = letter.toLowerCase(Locale.ROOT);
      bytes(size, binary, names[power] + "byte", names[power] + "bytes", letter + "Bytes");
      bits(size, binary, names[power] + "bit", names[power] + "bits", letter + "bit", low + "bit");
      if (power == 0) {
        rates(size, binary, "bps", "Bps");
        continue;
      }
      bytes(size, binary, letter + "B", low + "B");
      bytes(binary, binary, letter + "iB", low + "ib");
      add(BIT, size, binary, BYTE_IN_BITS, 0, letter + "b");
      add(BigDecimal.ONE, size, binary, BIT, 0, low + "b");
      rates(size, binary, letter + "bps", letter + "Bps");
      rates(size, binary, low + "bps", low + "Bps");
      rates(size, binary, letter + "bit/s", letter + "B/s");
    }
  }

  private static void bytes(BigDecimal size, BigDecimal binary, String... names) {
    for (String name : names) {
      add(BigDecimal.ONE, size, binary, BigDecimal.ONE, 0, name);
    }
  }

  private static void bits(BigDecimal size, BigDecimal binary, String... names) {
    for (String name : names) {
      add(BIT, size, binary, BigDecimal.ONE, 0, name);
    }
  }

  private static void rates(BigDecimal size, BigDecimal binary, String bits, String bytes) {
    add(BIT, size, binary, BigDecimal.ONE, -1, bits);
    add(BigDecimal.ONE, size, binary, BigDecimal.ONE, -1, bytes);
  }

  private static void add(
      BigDecimal base,
      BigDecimal size,
      BigDecimal binary,
      BigDecimal otherMeaning,
      int time,
      String name) {
    UNITS.put(
        name,
        new Unit(
            size.multiply(base), binary.multiply(base), otherMeaning, new Dimension(1, time, 0)));
  }

  /** The unit a word stands for; short ones by their exact spelling, others in any case. */
  static Optional<Unit> unit(String word) {
    Unit exact = UNITS.get(word);
    if (exact == null && word.length() > 2) {
      exact = UNITS.get(word.toLowerCase(Locale.ROOT));
    }
    return Optional.ofNullable(exact);
  }

  /** The number a word such as {@code K} or {@code million} multiplies by. */
  static Optional<BigDecimal> scale(String word) {
    BigDecimal exact = SCALE_WORDS.get(word);
    if (exact == null && word.length() > 2) {
      exact = SCALE_WORDS.get(word.toLowerCase(Locale.ROOT));
    }
    return Optional.ofNullable(exact);
  }

  /** Whether {@code B} may be read here: bytes, or billions. */
  static boolean isBytesOrBillion(String word) {
    return word.equals("B");
  }
}
