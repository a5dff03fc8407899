package io.github.hldls.facts;

import java.util.Arrays;

/** Lists of numbers that grow, most of them empty. */
final class IntLists {
  private static final int[] NOTHING = {};

  private final int[][] lists;
  private final int[] sizes;

  IntLists(int count) {
    lists = new int[count][];
    sizes = new int[count];
  }

  /** Appends to a list, but for a number that is its last already. */
  void add(int list, int number) {
    int[] numbers = lists[list];
    int size = sizes[list];
    if (numbers == null) {
      numbers = new int[4];
      lists[list] = numbers;
    } else if (numbers[size - 1] == number) {
      return;
    } else if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      lists[list] = numbers;
    }
    numbers[size] = number;
    sizes[list] = size + 1;
  }

  /** All numbers of the lists {@code ids[from]} to before {@code ids[to]}, sorted, each once. */
  int[] merged(int[] ids, int from, int to) {
    int total = 0;
    for (int i = from; i < to; i++) {
      total += sizes[ids[i]];
    }
    if (total == 0) {
      return NOTHING;
    }
    int[] all = new int[total];
    int count = 0;
    int parts = 0;
    for (int i = from; i < to; i++) {
      int id = ids[i];
      if (sizes[id] > 0) {
        System.arraycopy(lists[id], 0, all, count, sizes[id]);
        count += sizes[id];
        parts++;
      }
    }
    return parts < 2 ? all : sortedDistinct(all);
  }

  /** Sorts numbers and leaves out what is there twice; changes the array. */
  static int[] sortedDistinct(int[] numbers) {
    Arrays.sort(numbers);
    int count = Math.min(1, numbers.length);
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] != numbers[count - 1]) {
        numbers[count++] = numbers[i];
      }
    }
    return count == numbers.length ? numbers : Arrays.copyOf(numbers, count);
  }
}
