package inventory.core.shell;

/** Exit statuses of commands. */
public final class Status {
    public static final int OK = 0;
    /** The call failed, or the run did. */
    public static final int FAILED = 1;
    /** The words of the line are wrong; nothing was done. */
    public static final int USAGE = 2;
    /** The run read a part only. */
    public static final int PARTIAL = 3;
    /** The run was canceled. */
    public static final int CANCELED = 4;
    /** The task broke off while it changed something: look before it is repeated. */
    public static final int UNCERTAIN = 5;
    /** There is no such command. */
    public static final int UNKNOWN = 127;
    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private Status() {}
}
