package inventory.core.admin;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.admin.Providers;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Infrastructure;
import inventory.api.resource.Provider;
import inventory.core.collect.CollectionSchedule;
import inventory.core.collect.Runs;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.registry.ConnectionConfigRules;
import inventory.core.store.TakenException;
import inventory.core.store.people.PeopleStore;
import inventory.core.store.provider.ProviderStore;
import inventory.core.store.provider.ProviderStore.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provider records, and the start and end of their runs. */
@Component
public final class StoredProviders implements Providers {
    private final ProviderStore store;
    private final PeopleStore people;
    private final Inventory inventory;
    private final ConnectionConfigs configs;
    private final ConnectionConfigRules rules;
    private final Runs runs;

    @Activate
    public StoredProviders(
            @Reference ProviderStore store,
            @Reference PeopleStore people,
            @Reference Inventory inventory,
            @Reference ConnectionConfigs configs,
            @Reference ConnectionConfigRules rules,
            @Reference Runs runs) {
        this.store = store;
        this.people = people;
        this.inventory = inventory;
        this.configs = configs;
        this.rules = rules;
        this.runs = runs;
    }

    @Override
    public Provider create(Caller caller, ProviderDraft draft) {
        if (!caller.superuser() && caller.writable().isEmpty()) {
            throw new ForbiddenException("Only superusers and organization admins create providers.");
        }
        Row row = checked(caller, draft, Optional.empty());
        insideUniqueNames(() -> store.insert(row, caller.userId()));
        return inventory.get(caller, Listings.PROVIDERS, row.id().toString());
    }

    @Override
    public Provider update(Caller caller, String id, ProviderDraft draft, boolean replace) {
        Provider visible = writable(caller, id);
        Row old = store.find(visible.id()).orElseThrow(() -> gone(id));
        Row row = checked(caller, replace ? draft : over(old, draft), Optional.of(old));
        insideUniqueNames(() -> store.update(row, caller.userId()));
        return inventory.get(caller, Listings.PROVIDERS, id);
    }

    @Override
    public void delete(Caller caller, String id) {
        Provider provider = writable(caller, id);
        runs.cancelForProvider(provider.id());
        store.delete(provider.id());
    }

    @Override
    public CollectionRun collect(Caller caller, String id, CollectRequest request) {
        Provider provider = writable(caller, id);
        return runs.request(provider, request);
    }

    @Override
    public void collectSoon(Caller caller, String id) {
        runs.requestSoon(writable(caller, id));
    }

    @Override
    public CollectionRun cancel(Caller caller, String runId) {
        CollectionRun run = inventory.get(caller, Listings.COLLECTION_RUNS, runId);
        writable(caller, run.provider().toString());
        return runs.cancel(run.id());
    }

    private Provider writable(Caller caller, String id) {
        Provider provider = inventory.get(caller, Listings.PROVIDERS, id);
        if (!caller.writes(provider.organization())) {
            throw new ForbiddenException("Only admins of organization " + provider.organization() + " may do this.");
        }
        return provider;
    }

    private static NotFoundException gone(String id) {
        return new NotFoundException("There is no provider " + id + ".");
    }

    /** What is absent in the draft as the stored row has it; the config of the row stays sealed until it is needed. */
    private static ProviderDraft over(Row old, ProviderDraft draft) {
        return new ProviderDraft(
                draft.name().or(() -> Optional.of(old.name())),
                draft.infrastructure().or(() -> Optional.of(old.infrastructure())),
                draft.vendor().or(() -> Optional.of(old.vendor())),
                draft.providerType().or(() -> Optional.of(old.providerType())),
                draft.endpoint().or(() -> Optional.of(old.endpoint())),
                draft.credentialRef().or(() -> Optional.of(old.credentialRef())),
                draft.enabled().or(() -> Optional.of(old.enabled())),
                draft.connectionConfig(),
                draft.organization().or(() -> Optional.of(old.organization())),
                draft.collectionSchedule().or(() -> Optional.of(old.schedule())));
    }

    private Row checked(Caller caller, ProviderDraft draft, Optional<Row> old) {
        Violations violations = new Violations();
        violations.text("name", draft.name(), 512, true);
        violations.text("vendor", draft.vendor(), 64, true);
        violations.optionalText("provider_type", draft.providerType().orElse(""), 64);
        violations.optionalText("endpoint", draft.endpoint().orElse(""), 1024);
        violations.optionalText("credential_ref", draft.credentialRef().orElse(""), 512);
        checkInfrastructure(violations, draft.infrastructure());
        checkSchedule(violations, draft.collectionSchedule().orElse(""));
        violations.organization(caller, draft.organization(), people);
        String sealed = sealed(violations, draft, old);
        violations.raise();
        return new Row(
                old.map(Row::id).orElseGet(store::newId),
                draft.name().orElseThrow(),
                draft.infrastructure().orElseThrow(),
                draft.vendor().orElseThrow(),
                draft.providerType().orElse(""),
                draft.endpoint().orElse(""),
                draft.credentialRef().orElse(""),
                draft.enabled().orElse(true),
                sealed,
                draft.organization().orElseThrow(),
                draft.collectionSchedule().orElse(""));
    }

    private static void checkInfrastructure(Violations violations, Optional<String> infrastructure) {
        if (infrastructure.isEmpty()) {
            violations.add("infrastructure", "This field is required.");
        } else if (Infrastructure.of(infrastructure.get()).isEmpty()) {
            violations.add(
                    "infrastructure",
                    "\"" + Violations.shortened(infrastructure.get()) + "\" is none of "
                            + Arrays.stream(Infrastructure.values())
                                    .map(Infrastructure::slug)
                                    .toList() + ".");
        }
    }

    private static void checkSchedule(Violations violations, String schedule) {
        violations.optionalText("collection_schedule", schedule, 128);
        try {
            if (!schedule.isEmpty()) {
                CollectionSchedule.of(schedule);
            }
        } catch (IllegalArgumentException e) {
            violations.add("collection_schedule", e.getMessage());
        }
    }

    private String sealed(Violations violations, ProviderDraft draft, Optional<Row> old) {
        if (draft.connectionConfig().isEmpty() && old.isPresent()) {
            return old.get().sealedConfig();
        }
        Map<String, Object> config =
                new LinkedHashMap<>(draft.connectionConfig().orElse(Map.of()));
        keepHidden(violations, config, old);
        try {
            rules.check(draft.vendor().orElse("") + ":" + draft.providerType().orElse(""), config);
        } catch (InvalidInputException e) {
            violations.addAll(e.errors());
        }
        return configs.seal(config);
    }

    /** A secret that comes back as it was shown keeps its stored value. */
    private void keepHidden(Violations violations, Map<String, Object> config, Optional<Row> old) {
        if (!config.containsValue(Provider.HIDDEN)) {
            return;
        }
        Map<String, Object> stored =
                old.map(row -> configs.open(row.sealedConfig())).orElse(Map.of());
        config.replaceAll((key, value) -> Provider.HIDDEN.equals(value) ? stored.getOrDefault(key, value) : value);
        config.forEach((key, value) -> {
            if (Provider.HIDDEN.equals(value)) {
                violations.add(
                        "connection_config." + key,
                        "\"" + Provider.HIDDEN + "\" stands for a stored secret, and there is none.");
            }
        });
    }

    private static void insideUniqueNames(Runnable write) {
        try {
            write.run();
        } catch (TakenException e) {
            throw InvalidInputException.of("name", "The organization has a provider with this name already.");
        }
    }
}
