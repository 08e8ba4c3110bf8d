package provider.vcenter.client;

import com.vmware.vim25.ManagedObjectNotFound;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.MissingProperty;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.RetrieveResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Sees to it that the pages of one listing are a listing: they end, nothing in them comes twice, and nothing was withheld. */
final class Listing {
    private final String what;
    private final FailureMapper failures;
    private final Set<String> seen = new HashSet<>();

    Listing(String what, FailureMapper failures) {
        this.what = what;
        this.failures = failures;
    }

    /** @return token of the next page; empty if this was the last */
    Optional<String> page(RetrieveResult page, Visitor<ObjectContent> visitor)
            throws ProviderException, InterruptedException {
        int before = seen.size();
        if (page == null) {
            return Optional.empty();
        }
        for (ObjectContent one : page.getObjects() == null ? new ObjectContent[0] : page.getObjects()) {
            if (one.getObj() == null
                    || one.getObj().getVal() == null
                    || one.getObj().getType() == null) {
                throw new ProviderException(
                        FailureKind.MALFORMED, what + ": the answer holds an object without a name.");
            }
            if (seen.add(one.getObj().getVal()) && isThere(one)) {
                visitor.visit(one);
            }
        }
        Optional<String> next = Optional.ofNullable(page.getToken()).filter(token -> !token.isEmpty());
        if (next.isPresent() && seen.size() == before) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    what + ": the pages never end, the last one after " + before + " objects brought nothing new.");
        }
        return next;
    }

    /** An object may vanish while its page is made. A property that is withheld for another reason fails the listing. */
    private boolean isThere(ObjectContent one) throws ProviderException {
        if (one.getMissingSet() == null) {
            return true;
        }
        boolean there = true;
        for (MissingProperty missing : one.getMissingSet()) {
            MethodFault fault =
                    missing.getFault() == null ? null : missing.getFault().getFault();
            if (fault instanceof ManagedObjectNotFound) {
                there = false;
            } else {
                throw failures.withheld(what, one.getObj(), missing);
            }
        }
        return there;
    }
}
