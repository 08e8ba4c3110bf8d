package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bndrun.peers.DocsExamples.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocsExamplesTest {

    @Test
    void findsCommandsAndWhatTheyExpect() {
        String text = """
                Text with $ signs.
                ```console
                $ curl -s $BASE/ping/
                {"ping":"pong"}
                # answers 404, since there is none
                $ curl -s $BASE/none/ \\
                >   -o file
                $ echo done
                ```
                ```sh
                $ not this
                ```
                """;
        assertEquals(
                List.of(
                        new Example("curl -s $BASE/ping/", "2??"),
                        new Example("curl -s $BASE/none/ \\\n  -o file", "404"),
                        new Example("echo done", "2??")),
                DocsExamples.of(new Source("docs/some.md", text)).examples());
    }

    @Test
    void theDocumentsHaveExamples() {
        for (String path : List.of("README.md", "docs/rest.md")) {
            assertTrue(DocsExamples.of(Source.of(path)).examples().size() >= 10, path);
        }
    }
}
