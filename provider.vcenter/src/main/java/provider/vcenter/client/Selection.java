package provider.vcenter.client;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;
import com.vmware.vim25.TraversalSpec;
import java.util.List;

/**
 * What to list, and what of it.
 *
 * @param types managed object types to look for, their subtypes included
 * @param type one that all of them are
 * @param paths leaves, never a whole branch that holds more than is used
 */
public record Selection(List<String> types, String type, List<String> paths) {

    public static Selection of(String type, List<String> paths) {
        return new Selection(List.of(type), type, paths);
    }

    /** Of everything in the view. */
    PropertyFilterSpec filter(ManagedObjectReference view) {
        TraversalSpec listed = new TraversalSpec();
        listed.setType("ContainerView");
        listed.setPath("view");
        listed.setSkip(false);
        ObjectSpec from = new ObjectSpec();
        from.setObj(view);
        from.setSkip(true);
        from.setSelectSet(new SelectionSpec[] {listed});
        return filter(from);
    }

    /** Of this object alone. */
    PropertyFilterSpec only(ManagedObjectReference object) {
        ObjectSpec from = new ObjectSpec();
        from.setObj(object);
        return filter(from);
    }

    private PropertyFilterSpec filter(ObjectSpec from) {
        PropertySpec properties = new PropertySpec();
        properties.setType(type);
        properties.setPathSet(paths.toArray(new String[0]));
        PropertyFilterSpec filter = new PropertyFilterSpec();
        filter.setPropSet(new PropertySpec[] {properties});
        filter.setObjectSet(new ObjectSpec[] {from});
        return filter;
    }
}
