package bndrun.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of a document's {@code console} blocks: lines after {@code $}, continued by lines after {@code >}. */
record DocsExamples(String path, List<Example> examples) {

    private static final Pattern BLOCK =
            Pattern.compile("^```console\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("# answers (\\d{3})\\b.*");

    /** In place of curl: the same, but a status other than the expected one ends the script. */
    private static final String PRELUDE = """
            set -euo pipefail
            curl() {
              local answer status
              answer=$(mktemp)
              for argument; do [[ $argument == -w || $argument == -o ]] && { command curl --fail "$@"; return; }; done
              status=$(command curl "$@" -o "$answer" -w '%{http_code}')
              cat "$answer" && rm "$answer"
              [[ $status == $expected ]] || { echo "answered $status, expected $expected: curl $*" >&2; return 22; }
            }
            """;

    /** @param status of the answer, as a shell pattern */
    record Example(String command, String status) {}

    static DocsExamples of(Source document) {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(document.text());
        while (block.find()) {
            read(block.group(1), examples);
        }
        return new DocsExamples(document.path(), examples);
    }

    private static void read(String block, List<Example> examples) {
        String status = "2??";
        for (String line : block.lines().toList()) {
            Matcher stated = STATUS.matcher(line);
            if (stated.matches()) {
                status = stated.group(1);
            } else if (line.startsWith("$ ")) {
                examples.add(new Example(line.substring(2), status));
                status = "2??";
            } else if (line.startsWith("> ")) {
                Example begun = examples.remove(examples.size() - 1);
                examples.add(new Example(begun.command() + "\n" + line.substring(2), begun.status()));
            }
        }
    }

    /** All commands in one script for bash, which ends at the first one that fails. */
    String script() {
        return examples.stream()
                .map(example -> "expected='" + example.status() + "'\n" + example.command() + "\n")
                .collect(Collectors.joining("", PRELUDE, ""));
    }
}
