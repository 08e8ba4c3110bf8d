package inventory.rest.resource;

import inventory.api.InvalidInputException;
import inventory.api.LimitExceededException;
import inventory.api.plugin.Installation;
import inventory.api.plugin.PluginFile;
import inventory.rest.json.LimitedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.core.HttpHeaders;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.UploadContext;

/** The file in a form that is uploaded, handed on while it arrives. */
final class UploadedPlugin {
    static final String FIELD = "plugin";

    /** {@code archive} is what an early guide called the field. */
    private static final List<String> NAMES = List.of(FIELD, "archive");

    private static final int MOST_PARTS = 20;
    private static final long LARGEST_BODY = 1200L << 20;

    private UploadedPlugin() {}

    /** What is done with the file. */
    interface Use {
        Installation with(PluginFile file) throws IOException;
    }

    /** @throws InvalidInputException there is no such file in it, or it is cut short */
    static Installation read(HttpHeaders headers, InputStream body, Use use) throws IOException {
        try (LimitedInput limited = new LimitedInput(body, LARGEST_BODY)) {
            FileItemIterator parts = new FileUpload().getItemIterator(new Form(headers, limited));
            for (int part = 0; part < MOST_PARTS && parts.hasNext(); part++) {
                FileItemStream item = parts.next();
                if (NAMES.contains(item.getFieldName()) && !item.isFormField()) {
                    return use(item, limited, use);
                }
            }
        } catch (FileUploadException | MalformedStreamException e) {
            throw InvalidInputException.of(FIELD, "The form is malformed or cut short: " + e.getMessage() + ".");
        }
        throw InvalidInputException.of(FIELD, "No file was submitted: send it in the form field 'plugin'.");
    }

    private static Installation use(FileItemStream item, LimitedInput body, Use use) throws IOException {
        try (InputStream content = item.openStream()) {
            return use.with(new PluginFile(item.getName(), content));
        } catch (LimitExceededException e) {
            // Many clients look for an answer only when they have sent everything.
            body.readAway();
            throw e;
        }
    }

    private record Form(HttpHeaders headers, InputStream body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester")
        public int getContentLength() {
            return -1;
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
