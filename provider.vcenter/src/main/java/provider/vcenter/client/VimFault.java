package provider.vcenter.client;

import com.vmware.vim25.MethodFault;
import java.rmi.RemoteException;
import java.util.Optional;

/** The server answered that a call failed. */
final class VimFault extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final String type;
    private final String reason;

    /**
     * @param type the server's word, such as {@code InvalidLogin}
     * @param detail null for a fault that yavijava is too old to know, and for one without details
     */
    VimFault(String type, String reason, MethodFault detail) {
        super(type + ": " + reason, detail);
        this.type = type;
        this.reason = reason;
    }

    String type() {
        return type;
    }

    String reason() {
        return reason;
    }

    Optional<MethodFault> detail() {
        return Optional.ofNullable((MethodFault) getCause());
    }
}
