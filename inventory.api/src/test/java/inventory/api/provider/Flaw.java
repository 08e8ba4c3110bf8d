package inventory.api.provider;

/** A way to write a provider wrongly, with the rule of the contract that must notice it. */
enum Flaw {
    NONE(""),
    READS_NOTHING("somethingIsRead"),
    GIVES_UNSTABLE_NAMES("sameRepliesGiveSameResources"),
    READS_ON_ONE_THREAD_ONLY("scopesMayBeReadInParallel"),
    READS_ONCE_ONLY("aScopeMayBeReadAgain"),
    DROPS_THE_TARGET("aTargetedReadingLosesNothingOfItsType"),
    ASKS_PER_RESOURCE("callsStayWithinTheBudget"),
    CALLS_WITHOUT_PERMIT("callsStayWithinTheBudget"),
    NAMES_A_SCOPE_TWICE("scopeIdsAreUnique"),
    YIELDS_TWICE("referencesAreUnique"),
    INVENTS_A_TYPE("typesAreThoseOfTheScopeAndTheTaxonomy"),
    YIELDS_A_TYPE_OF_ANOTHER_SCOPE("typesAreThoseOfTheScopeAndTheTaxonomy"),
    INVENTS_A_STATE("statesAreThoseOfTheTaxonomy"),
    NAMES_TOO_LONG("textsFitTheirFields"),
    USES_CAMEL_CASE("propertiesArePlainValuesUnderSnakeCaseKeys"),
    PUTS_AN_OBJECT_INTO_A_PROPERTY("propertiesArePlainValuesUnderSnakeCaseKeys"),
    GIVES_A_NAME_AS_ADDRESS("addressesAreWellFormed"),
    DECLARES_NO_FAULTS("everyFaultIsShownOrExcused"),
    CONNECTS_WITHOUT_A_CALL("aBadKeyIsRefusedByTheConnection"),
    CLAIMS_TO_NEED_NO_KEY("aBadKeyIsRefusedByTheConnection"),
    TAKES_NO_CONNECTION_FOR_EMPTY("aRefusedConnectionIsUnreachable"),
    TAKES_A_THROTTLE_FOR_EMPTY("aThrottleIsThrottled"),
    TELLS_A_THROTTLE_AS_INTERNAL("aThrottleIsThrottled"),
    FORGETS_HOW_LONG_TO_WAIT("aThrottleTellsHowLongToWait"),
    TAKES_A_CUT_BODY("aCutBodyIsNoAnswer"),
    TAKES_A_LOGIN_PAGE_FOR_EMPTY("aLoginPageIsNoAnswer"),
    ENDS_AT_A_REPEATED_TOKEN("aRepeatedPageTokenIsNoListing"),
    ENDS_AT_A_BROKEN_PAGE("aBrokenLaterPageIsNoListing"),
    HIDES_A_DENIED_TYPE("aDeniedTypeIsToldAndTheRestIsRead"),
    IGNORES_AN_INTERRUPT("anInterruptEndsASlowCallWithinASecond"),
    TELLS_AN_INTERRUPT_AS_FAILURE("anInterruptEndsASlowCallWithinASecond"),
    SWALLOWS_THE_INTERRUPT_OF_THE_SINK("anInterruptOfTheSinkIsLetThrough"),
    SWALLOWS_THE_INTERRUPT_OF_A_PERMIT("anInterruptWhileWaitingForAPermitIsLetThrough"),
    READS_ON_WITHOUT_A_PERMIT("aPermitThatComesTooLateIsATimeout"),
    LEAVES_A_THREAD("noThreadIsLeftBehind"),
    SHOWS_THE_KEY_IN_A_PROPERTY("noSecretIsShown"),
    SHOWS_THE_KEY_IN_AN_ERROR("noSecretIsShown"),
    THROWS_ON_CLOSE("closingNeverThrows"),
    TELLS_A_STORY("aConnectionTestTellsOneSentence");

    private final String brokenRule;

    Flaw(String brokenRule) {
        this.brokenRule = brokenRule;
    }

    /** Name of the test of the contract that must fail. */
    String brokenRule() {
        return brokenRule;
    }
}
