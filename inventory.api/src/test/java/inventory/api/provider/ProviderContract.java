package inventory.api.provider;

import org.junit.jupiter.api.Nested;

/**
 * What every provider must hold to. A provider's test extends this class and supplies the {@link Subject}: how to reach a healthy
 * system, and the same system with each {@link Fault}; a fault that cannot happen is declared with its reason.
 *
 * <p>The subject is asked for anew by each test, so that servers may be set up and stopped around it.
 */
public abstract class ProviderContract {
    /** The provider under test. */
    protected abstract Subject subject() throws Exception;

    /** Everything answers. */
    @Nested
    class Healthy extends HealthyContract {
        @Override
        protected Subject subject() throws Exception {
            return ProviderContract.this.subject();
        }
    }

    /** What is yielded fits the model. */
    @Nested
    class Content extends ContentContract {
        @Override
        protected Subject subject() throws Exception {
            return ProviderContract.this.subject();
        }
    }

    /** Something is broken outside. */
    @Nested
    class Faulty extends FaultContract {
        @Override
        protected Subject subject() throws Exception {
            return ProviderContract.this.subject();
        }
    }

    /** The run is cancelled. */
    @Nested
    class Cancelled extends CancelContract {
        @Override
        protected Subject subject() throws Exception {
            return ProviderContract.this.subject();
        }
    }

    /** What remains when all is done. */
    @Nested
    class Leftover extends LeftoverContract {
        @Override
        protected Subject subject() throws Exception {
            return ProviderContract.this.subject();
        }
    }
}
