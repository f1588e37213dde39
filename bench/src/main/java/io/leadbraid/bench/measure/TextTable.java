package io.leadbraid.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table for a terminal: the first column flush left, the others flush right. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    public TextTable(String... headings) {
        columns = headings.length;
        rows.add(List.of(headings));
    }

    public TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row needs " + columns + " cells");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The table's lines, each ended. */
    public String text() {
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            append(text, row, widths);
            if (row.equals(rows.getFirst())) {
                append(text, Collections.nCopies(columns, ""), widths, '-');
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        append(text, row, widths, ' ');
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, char filler) {
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String blank = String.valueOf(filler).repeat(widths[i] - cell.length());
            text.append("  ").append(i == 0 ? cell + blank : blank + cell);
        }
        text.append(System.lineSeparator());
    }
}
