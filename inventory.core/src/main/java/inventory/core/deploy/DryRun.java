package inventory.core.deploy;

import inventory.core.deploy.Isolation.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.ResolveContext;
import org.osgi.service.resolver.Resolver;

/** Tells whether bundles would resolve among those that are here, without installing them. */
@Component(service = DryRun.class)
public final class DryRun {
    private final BundleContext context;
    private final Resolver resolver;
    private final Isolation isolation;

    @Activate
    public DryRun(BundleContext context, @Reference Resolver resolver, @Reference Isolation isolation) {
        this.context = context;
        this.resolver = resolver;
        this.isolation = isolation;
    }

    /**
     * Everything that keeps the candidate from resolving.
     *
     * @param space what it may be wired to
     * @return each for a person; empty if it resolves
     */
    List<String> problems(Candidate candidate, Space space) {
        List<Resource> fresh = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (BundleJar jar : candidate.jars()) {
            try {
                fresh.add(ResourceBuilder.build("file:" + jar.file(), jar.headers()));
            } catch (BundleException | IllegalArgumentException e) {
                problems.add(jar.symbolicName() + ": its bundle headers do not parse: " + e.getMessage());
            }
        }
        Surroundings here = surroundings(fresh, space);
        for (Resource resource : fresh) {
            for (Requirement requirement : resource.getRequirements(null)) {
                // Each by itself first: the resolver names only the first that is missing.
                if (Needs.isMandatory(requirement)
                        && here.providers(requirement).isEmpty()) {
                    problems.add(name(resource) + " needs " + Needs.describe(requirement, here.capabilities));
                }
            }
        }
        return problems.isEmpty() ? together(here) : problems;
    }

    private List<String> together(Surroundings here) {
        try {
            resolver.resolve(here);
            return List.of();
        } catch (ResolutionException e) {
            return List.of(e.getMessage());
        }
    }

    private Surroundings surroundings(List<Resource> fresh, Space space) {
        Map<Resource, Wiring> wirings = new HashMap<>();
        List<Capability> capabilities = new ArrayList<>();
        fresh.forEach(resource -> capabilities.addAll(resource.getCapabilities(null)));
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null && isolation.sees(space, bundle.getBundleId())) {
                if (revision.getWiring() == null) {
                    capabilities.addAll(revision.getCapabilities(null));
                } else {
                    wirings.put(revision, revision.getWiring());
                    capabilities.addAll(offered(revision));
                }
            }
        }
        return new Surroundings(fresh, capabilities, wirings);
    }

    /** What a resolved bundle offers, fragments included; its wiring leaves out the identity. */
    private static List<Capability> offered(BundleRevision revision) {
        return Stream.concat(
                        revision.getWiring().getResourceCapabilities(null).stream(),
                        revision.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream())
                .distinct()
                .toList();
    }

    static String name(Resource resource) {
        return resource.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                .map(identity -> String.valueOf(identity.getAttributes().get(IdentityNamespace.IDENTITY_NAMESPACE)))
                .findFirst()
                .orElse("a bundle");
    }

    private static final class Surroundings extends ResolveContext {
        private final List<Resource> fresh;
        private final List<Capability> capabilities;
        private final Map<Resource, Wiring> wirings;

        Surroundings(List<Resource> fresh, List<Capability> capabilities, Map<Resource, Wiring> wirings) {
            this.fresh = fresh;
            this.capabilities = capabilities;
            this.wirings = wirings;
        }

        List<Capability> providers(Requirement requirement) {
            return capabilities.stream()
                    .filter(capability -> Needs.matches(requirement, capability))
                    .sorted(Comparator.comparing(capability -> !wirings.containsKey(capability.getResource())))
                    .toList();
        }

        @Override
        public Collection<Resource> getMandatoryResources() {
            return fresh;
        }

        @Override
        public List<Capability> findProviders(Requirement requirement) {
            return new ArrayList<>(providers(requirement));
        }

        @Override
        public int insertHostedCapability(List<Capability> found, HostedCapability hosted) {
            found.add(hosted);
            return found.size() - 1;
        }

        @Override
        public boolean isEffective(Requirement requirement) {
            return Needs.isEffective(requirement);
        }

        @Override
        public Map<Resource, Wiring> getWirings() {
            return wirings;
        }
    }
}
