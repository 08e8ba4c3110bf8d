package inventory.api.provider;

/** Why an outside system could not be read. The kind alone decides what the core does next. */
public enum FailureKind {
    /** Credentials missing, wrong or expired. Never retried: a person must act. */
    AUTHENTICATION,
    /** Known, and not allowed to read this. Never retried; other scopes go on. */
    PERMISSION,
    /** Asked too often. Retried after {@link ProviderException#retryAfter()}, or with back-off. */
    THROTTLED,
    /** No connection: refused, reset, name unknown, certificate not trusted. Retried with back-off. */
    UNREACHABLE,
    /** Connected, and no answer in time. Retried with back-off. */
    TIMEOUT,
    /** An answer that cannot be what was asked for: cut, not parseable, a login page, the same page for ever. Retried once. */
    MALFORMED,
    /** The outside system, or the plugin, failed inside. Retried once. */
    INTERNAL
}
