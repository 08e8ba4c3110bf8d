package provider.vcenter;

import com.vmware.vim25.ManagedObjectReference;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import java.util.List;
import provider.vcenter.client.Selection;
import provider.vcenter.client.VimClient;
import provider.vcenter.client.Visitor;
import provider.vcenter.map.Origin;
import provider.vcenter.map.VimObject;

/**
 * One scope being read.
 *
 * @param container the root folder, or one datacenter
 */
record Reading(VimClient vim, ManagedObjectReference container, Origin origin, ResourceSink sink) {

    void list(Visitor<VimObject> visitor, String type, List<String> paths)
            throws ProviderException, InterruptedException {
        vim.list(container, Selection.of(type, paths), content -> visitor.visit(new VimObject(content)));
    }
}
