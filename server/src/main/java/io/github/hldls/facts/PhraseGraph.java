package io.github.hldls.facts;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The phrases of a vocabulary: a word is compared with the edges of a node, not with every phrase,
 * however many begin alike. Nodes are stretches of one array, so that a graph read from a file
 * needs no more work, and what follows alike is there once.
 *
 * <p>A node is the phrases that end there; the patterns of the very next word, sorted, and where
 * each leads; the same for a word a few words later. Before each of the three lists stands its
 * length; before each of the two lists of edges a mask, too, in which a bit is set for each of its
 * patterns. Most words are none that a node waits for, and their own mask tells so at once. Node 0
 * has no edges.
 */
final class PhraseGraph {
  static final int NOWHERE = 0;

  final int[] nodes;

  PhraseGraph(int[] nodes) {
    this.nodes = nodes;
  }

  /** A tree by itself. */
  static Rooted of(PhraseTree tree) {
    Builder builder = new Builder();
    int root = builder.node(tree);
    return new Rooted(builder.graph(), root);
  }

  /** A graph and where to begin in it. */
  record Rooted(PhraseGraph graph, int root) {}

  /** The bit that stands for a pattern in masks. */
  static int mask(int pattern) {
    return 1 << (pattern & 31);
  }

  /** Where the edges to the very next word begin: mask, number, the patterns, the nodes. */
  int next(int node) {
    return node + 1 + nodes[node];
  }

  /** The same for those to a word a few words later. */
  int later(int node) {
    int next = next(node);
    return next + 2 + 2 * nodes[next + 1];
  }

  boolean hasEdges(int edges) {
    return nodes[edges] != 0;
  }

  /** Whether a word with a mask may be one that edges wait for. */
  boolean mayFollow(int edges, int mask) {
    return (nodes[edges] & mask) != 0;
  }

  /**
   * Where a word leads that matches a pattern.
   *
   * @param edges as {@link #next(int)} and {@link #later(int)} give them
   */
  int follow(int edges, int pattern) {
    int count = nodes[edges + 1];
    int edge = Arrays.binarySearch(nodes, edges + 2, edges + 2 + count, pattern);
    return edge < 0 ? NOWHERE : nodes[edge + count];
  }

  /** Lays out trees, each after those below it; equal ones become one. */
  static final class Builder {
    private final Map<IntBuffer, Integer> known = new HashMap<>();
    private int[] nodes = new int[64];
    private int size;

    Builder() {
      node(new PhraseTree());
    }

    /** The node of a tree's root. */
    int node(PhraseTree tree) {
      int[] ends = tree.ends.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
      int[] node = new int[5 + ends.length + 2 * (tree.next.size() + tree.later.size())];
      node[0] = ends.length;
      System.arraycopy(ends, 0, node, 1, ends.length);
      edges(tree.later, node, edges(tree.next, node, 1 + ends.length));
      return known.computeIfAbsent(IntBuffer.wrap(node), n -> append(node));
    }

    private int edges(SortedMap<Integer, PhraseTree> edges, int[] node, int start) {
      int at = start + 2;
      node[start + 1] = edges.size();
      for (Map.Entry<Integer, PhraseTree> edge : edges.entrySet()) {
        node[start] |= mask(edge.getKey());
        node[at + edges.size()] = node(edge.getValue());
        node[at++] = edge.getKey();
      }
      return at + edges.size();
    }

    private int append(int[] node) {
      if (size + node.length > nodes.length) {
        nodes = Arrays.copyOf(nodes, Math.max(nodes.length * 2, size + node.length));
      }
      System.arraycopy(node, 0, nodes, size, node.length);
      size += node.length;
      return size - node.length;
    }

    PhraseGraph graph() {
      return new PhraseGraph(Arrays.copyOf(nodes, size));
    }
  }
}
