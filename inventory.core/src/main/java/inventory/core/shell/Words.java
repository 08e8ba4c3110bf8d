package inventory.core.shell;

import java.util.ArrayList;
import java.util.List;

/** A line taken word by word, with quotes and backslashes and nothing else that means more than itself. */
final class Words {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private Words(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException a quote is not closed; the message says so */
    static List<String> of(String line) {
        Words words = new Words(line);
        words.read();
        return words.words;
    }

    private void read() {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escapes) {
                add(line.charAt(++i));
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                endWord();
            } else {
                add(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("The quote " + quote + " is not closed.");
        }
        endWord();
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
